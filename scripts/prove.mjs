// `npm run prove`: breaks everything on purpose while events flow, and counts what was lost. See test/prove.
import { runModule } from './run-module.mjs';

runModule('test/prove/main.ts');
