// `npm run bench`: measures Cardwire beside what the machine can do at the most. See docs/performance.md.
import { runModule } from './run-module.mjs';

runModule('test/bench/main.ts');
