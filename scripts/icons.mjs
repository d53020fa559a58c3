// `npm run icons`: draws the icons of the app package and of the pages, and the logo, from manifest/icons/symbol.svg.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { drawIcons, drawPageIcon } from '../manifest/icons/draw-icons.ts';
import { listing } from '../manifest/listing.ts';
import { root } from './setup.mjs';

const folder = join(root, 'manifest/icons');
const symbol = readFileSync(join(folder, 'symbol.svg'), 'utf8');
const icons = drawIcons(symbol, listing.accentColor);
for (const [name, bytes] of Object.entries(icons)) {
  writeFileSync(join(folder, name), bytes);
  console.log(`manifest/icons/${name}  ${bytes.length} bytes`);
}
writeFileSync(join(root, 'web/shell/icon.svg'), drawPageIcon(symbol, listing.accentColor));
