import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PNG } from 'pngjs';
import { describe, expect, it } from 'vitest';
import { drawIcons, drawPageIcon } from '../../manifest/icons/draw-icons.ts';
import { listing } from '../../manifest/listing.ts';

const folder = join(import.meta.dirname, '../../manifest/icons');
const symbol = readFileSync(join(folder, 'symbol.svg'), 'utf8');
const drawn = drawIcons(symbol, listing.accentColor);
const committed = (name: string) => readFileSync(join(folder, name));

/** Machines may round the mixed colours at edges differently. */
const TOLERANCE = 2;

describe('the icons', () => {
  it.each(['color.png', 'outline.png', 'logo.png'] as const)('%s is what the symbol gives', (name) => {
    const [before, now] = [committed(name), drawn[name]].map((bytes) => PNG.sync.read(bytes));
    expect([now?.width, now?.height]).toEqual([before?.width, before?.height]);
    const differences = [...(now?.data ?? [])].map((value, index) =>
      Math.abs(value - (before?.data[index] ?? Number.POSITIVE_INFINITY)),
    );
    expect(Math.max(...new Set(differences))).toBeLessThanOrEqual(TOLERANCE);
  });

  it('are the same on the pages', () => {
    const shown = readFileSync(join(folder, '../../web/shell/icon.svg'), 'utf8');
    expect(shown).toBe(drawPageIcon(symbol, listing.accentColor));
  });

  it('have the symbol in the middle half of the square', () => {
    const { data, width } = PNG.sync.read(committed('color.png'));
    const background = data.subarray(0, 4);
    const rows = Array.from({ length: width }, (_, y) =>
      Array.from(
        { length: width },
        (_, x) =>
          !data
            .subarray((y * width + x) * 4)
            .subarray(0, 4)
            .equals(background),
      ),
    );
    const drawnRows = rows.flatMap((row, y) => (row.includes(true) ? [y] : []));
    const drawnColumns = rows.flatMap((row) => row.flatMap((isDrawn, x) => (isDrawn ? [x] : [])));
    expect(Math.min(...drawnRows)).toBeGreaterThanOrEqual(48);
    expect(Math.max(...drawnRows)).toBeLessThan(144);
    expect(Math.min(...new Set(drawnColumns))).toBeGreaterThanOrEqual(48);
    expect(Math.max(...new Set(drawnColumns))).toBeLessThan(144);
    expect(drawnColumns.length).toBeGreaterThan(2_000);
  });

  it('hold a logo that Microsoft takes: a PNG under 60 KB', () => {
    expect(committed('logo.png').length).toBeLessThan(60_000);
  });
});
