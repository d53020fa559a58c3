import { expect, it } from 'vitest';
import { en } from '../../../web/sandbox/locales/en.ts';
import { fr } from '../../../web/sandbox/locales/fr.ts';
import { languages } from '../../../web/sandbox/locales/languages.ts';

/** Words that are the same in both languages, and names that are not translated. */
const SAME = new Set(['JSON', 'Type', '1, 2', 'Adaptive Card', 'MessageCard', ...Object.values(languages)]);

/** Every string of a locale with its path; functions are called with two numbers. */
function stringsOf(words: object, path = ''): [string, string][] {
  return Object.entries(words).flatMap(([name, value]): [string, string][] => {
    const place = `${path}${name}`;
    if (typeof value === 'function') return [[place, value(1, 2)]];
    return typeof value === 'string' ? [[place, value]] : stringsOf(value, `${place}.`);
  });
}

it('has every word in both languages, and none left out', () => {
  expect(stringsOf(fr).map(([path]) => path)).toEqual(stringsOf(en).map(([path]) => path));
  expect(stringsOf(en).filter(([, words]) => words.trim() === '')).toEqual([]);
});

it('speaks French in French', () => {
  const french = new Map(stringsOf(fr));
  const untranslated = stringsOf(en).filter(
    ([path, words]) => french.get(path) === words && !SAME.has(words),
  );
  expect(untranslated).toEqual([]);
});

it('counts channels in both languages', () => {
  expect([0, 1, 2].map(en.sent)).toEqual([
    'Accepted. No channel asked for it.',
    'Accepted. It goes to 1 channel.',
    'Accepted. It goes to 2 channels.',
  ]);
  expect([0, 1, 2].map(fr.sent)).toEqual([
    'Accepté. Aucun canal ne l’a demandé.',
    'Accepté. Il va vers 1 canal.',
    'Accepté. Il va vers 2 canaux.',
  ]);
});
