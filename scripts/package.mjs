// `npm run package`: makes the app package that people install in Teams. See docs/sideload.md.
import { runModule } from './run-module.mjs';

runModule('manifest/package/main.ts');
