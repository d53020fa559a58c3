import { PNG } from 'pngjs';
import { type BrokenPackage, inFiles, put } from './broken-package.ts';

function png(size: number, pixel: (x: number, y: number) => readonly number[]): Uint8Array {
  const picture = new PNG({ width: size, height: size });
  for (let index = 0; index < size * size; index += 1) {
    picture.data.set(pixel(index % size, Math.floor(index / size)), index * 4);
  }
  return PNG.sync.write(picture);
}

function move(files: Map<string, Uint8Array>, from: string, to: string): void {
  files.set(to, files.get(from) ?? new Uint8Array());
  files.delete(from);
}

const colourIs = (reason: string, bytes: Uint8Array) =>
  inFiles('color.png', '', reason, (_, __, files) => files.set('color.png', bytes));
const outlineOf = (pixel: readonly number[]) =>
  inFiles('outline.png', '', 'neither white nor transparent', (_, __, files) =>
    files.set(
      'outline.png',
      png(32, () => pixel),
    ),
  );

/** Every rule about the files of a package, broken once at least. */
export const BROKEN_FILES: BrokenPackage[] = [
  inFiles('manifest.json', 'icons.color', 'no plain name', (m, _, files) => {
    move(files, 'color.png', 'icons/color.png');
    m.icons.color = 'icons/color.png';
  }),
  inFiles('manifest.json', 'icons.outline', 'has no outline.png', (_, __, files) => {
    files.delete('outline.png');
  }),
  colourIs('is no PNG', new Uint8Array(9)),
  colourIs(
    '191 × 191 pixels',
    png(191, () => [1, 2, 3, 255]),
  ),
  colourIs(
    'edge are transparent',
    png(192, (x, y) => [1, 2, 3, x === 0 && y === 191 ? 254 : 255]),
  ),
  // Half white, almost white, and nothing at all.
  outlineOf([255, 255, 255, 128]),
  outlineOf([254, 255, 255, 255]),
  outlineOf([255, 255, 255, 0]),
  inFiles('manifest.json', 'localizationInfo.additionalLanguages.0.languageTag', 'en comes twice', (m) =>
    put(m.localizationInfo?.additionalLanguages?.[0], 'languageTag', 'en'),
  ),
  inFiles(
    'manifest.json',
    'localizationInfo.additionalLanguages.0.file',
    'has no fr.json',
    (_, __, files) => void files.delete('fr.json'),
  ),
  inFiles('manifest.json', 'localizationInfo.additionalLanguages.0.file', 'no plain name', (m, _, files) => {
    move(files, 'fr.json', 'words/fr.json');
    put(m.localizationInfo?.additionalLanguages?.[0], 'file', 'words/fr.json');
  }),
  inFiles('readme.txt', '', 'does not name it', (_, __, files) => {
    files.set('readme.txt', new Uint8Array(1));
  }),
  inFiles('manifest.json', '', 'no JSON in UTF-8', (_, __, files) => {
    files.set('manifest.json', new TextEncoder().encode('{'));
  }),
  inFiles('manifest.json', '', 'does not hold it', (_, __, files) => {
    files.delete('manifest.json');
  }),
];
