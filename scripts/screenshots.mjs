// `npm run screenshots`: takes pictures of every state of every page, in every theme and language, into
// dist/screenshots; with words behind it (`npm run screenshots -- channel`), only of states whose name holds them.
import { join } from 'node:path';
import { findChromium } from './chromium.mjs';
import { root, setUp } from './setup.mjs';

setUp();
const { chromium } = await import('@playwright/test');
const { takePictures } = await import('../test/states/take-pictures.ts');
const browser = await chromium.launch({
  executablePath: findChromium(),
  args: ['--no-sandbox', '--disable-gpu'],
});
try {
  console.log(await takePictures(browser, join(root, 'dist/screenshots'), process.argv.slice(2).join(' ')));
} finally {
  await browser.close();
}
