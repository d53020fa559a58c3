// `npm run pages`: weighs the pages and measures their first paint on a slow line. See docs/performance.md.
import { findChromium } from './chromium.mjs';
import { runModule } from './run-module.mjs';
import { environment } from './setup.mjs';

environment.CHROMIUM = findChromium();
runModule('test/pages/main.ts');
