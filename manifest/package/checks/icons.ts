import { PNG } from 'pngjs';
import { MANIFEST_FILE } from '../app-manifest.ts';
import { ICON_SIZES } from '../icon-sizes.ts';
import type { PackageProblem, Subject } from './problem.ts';

/** Pictures of the right size, and drawn as Teams shows them. */
export function checkIcons({ manifest, files }: Subject): PackageProblem[] {
  return (['color', 'outline'] as const).flatMap((kind): PackageProblem[] => {
    const name = manifest.icons[kind];
    const complaint = (file: string, field: string, reason: string, cure: string): PackageProblem[] => [
      { file, field, reason, cure, stops: 'installing' },
    ];
    if (!/^[\w.-]+\.png$/.test(name))
      return complaint(
        MANIFEST_FILE,
        `icons.${kind}`,
        `“${name}” is no plain name of a PNG file.`,
        'Put it at the root of the package.',
      );
    const bytes = files.get(name);
    if (!bytes)
      return complaint(
        MANIFEST_FILE,
        `icons.${kind}`,
        `The package has no ${name}.`,
        'Draw it: npm run icons.',
      );
    const picture = readPng(bytes);
    if (!picture) return complaint(name, '', 'It is no PNG.', 'Draw it anew: npm run icons.');
    const size = ICON_SIZES[kind];
    if (picture.width !== size || picture.height !== size)
      return complaint(
        name,
        '',
        `It is ${picture.width} × ${picture.height} pixels.`,
        `Make it ${size} × ${size}.`,
      );
    return kind === 'color'
      ? isFullSquare(picture)
        ? []
        : complaint(
            name,
            '',
            'Pixels at its edge are transparent.',
            'Fill the square: Teams rounds the corners.',
          )
      : isWhiteOnNothing(picture)
        ? []
        : complaint(name, '', 'Some pixels are neither white nor transparent.', 'Use pure white on nothing.');
  });
}

function readPng(bytes: Uint8Array): PNG | undefined {
  try {
    return PNG.sync.read(Buffer.from(bytes));
  } catch {
    return undefined;
  }
}

function isFullSquare({ data, width, height }: PNG): boolean {
  return everyPixel(data, (index) => {
    const x = index % width;
    const y = Math.floor(index / width);
    const isEdge = x === 0 || y === 0 || x === width - 1 || y === height - 1;
    return !isEdge || data[index * 4 + 3] === 255;
  });
}

function isWhiteOnNothing({ data }: PNG): boolean {
  const isWhite = (index: number) => data.subarray(index * 4, index * 4 + 4).every((value) => value === 255);
  const isNothing = (index: number) => data[index * 4 + 3] === 0;
  const someWhite = !everyPixel(data, (index) => !isWhite(index));
  return someWhite && everyPixel(data, (index) => isWhite(index) || isNothing(index));
}

function everyPixel(data: Buffer, holds: (index: number) => boolean): boolean {
  for (let index = 0; index < data.length / 4; index += 1) if (!holds(index)) return false;
  return true;
}
