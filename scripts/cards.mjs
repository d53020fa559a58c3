// `npm run cards`: shows as pictures what changed of the cards since they were last accepted; `--update` accepts
// it; `--list` names it without drawing. The accepted cards are the golden files in test/golden/cards.
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import {
  acceptChanges,
  cardsOfNow,
  compareCards,
  GOLDEN_FOLDER,
  readGolden,
} from '../test/golden/golden-cards.ts';
import { root, setUp } from './setup.mjs';

const { values } = parseArgs({
  options: { update: { type: 'boolean' }, list: { type: 'boolean' }, folder: { type: 'string' } },
});
const folder = values.folder ?? GOLDEN_FOLDER;
const changes = compareCards(await readGolden(folder), cardsOfNow());

for (const { name, before, after } of changes) {
  console.log(`${before ? (after ? 'changed' : 'gone   ') : 'new    '}  ${name}`);
}
if (changes.length === 0) console.log('Every card is as it was accepted.');
else if (values.update) {
  await acceptChanges(changes, folder);
  console.log(`Accepted: ${changes.length}.`);
} else {
  if (!values.list) console.log(`\nBefore, after and where they differ: ${await draw(changes)}`);
  console.log('Accept with: npm run cards -- --update');
}

/** Writes the page of pictures and gives its path. */
async function draw(changes) {
  setUp();
  const { chromium } = await import('@playwright/test');
  const { findChromium } = await import('./chromium.mjs');
  const { drawCards } = await import('../test/golden/draw-cards.ts');
  const { changesPage } = await import('../test/golden/changes-page.ts');
  const browser = await chromium.launch({
    executablePath: findChromium(),
    args: ['--no-sandbox', '--disable-gpu'],
  });
  try {
    const page = changesPage(await drawCards(browser, changes));
    await mkdir(join(root, 'dist'), { recursive: true });
    const path = join(root, 'dist', 'changed-cards.html');
    await writeFile(path, page);
    return path;
  } finally {
    await browser.close();
  }
}
