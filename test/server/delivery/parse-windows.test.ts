import fc from 'fast-check';
import { expect, it } from 'vitest';
import { DEFAULT_WINDOWS } from '../../../server/delivery/pace.ts';
import { parseWindows } from '../../../server/delivery/parse-windows.ts';

it('reads what docs/settings.md names as the default', () => {
  expect(parseWindows('4/1s,60/30s')).toEqual(DEFAULT_WINDOWS);
});

it('what_is_written_is_read: every window within the limits, in any unit', () => {
  const units = [
    ['s', 1_000, 86_400],
    ['m', 60_000, 1_440],
    ['h', 3_600_000, 24],
  ] as const;
  const window = fc
    .constantFrom(...units)
    .chain(([unit, ms, most]) =>
      fc
        .tuple(fc.integer({ min: 1, max: 1_000 }), fc.integer({ min: 1, max: most }))
        .map(([posts, length]) => ({ text: `${posts}/${length}${unit}`, posts, ms: length * ms })),
    );
  fc.assert(
    fc.property(fc.array(window, { minLength: 1, maxLength: 5 }), (windows) => {
      const text = windows.map((one) => one.text).join(', ');
      expect(parseWindows(text)).toEqual(windows.map(({ posts, ms }) => ({ posts, ms })));
    }),
  );
});

it('names the entry that is wrong', () => {
  expect(() => parseWindows('4/1s,many/1h')).toThrow('"many/1h" is none');
});
