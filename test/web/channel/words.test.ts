import { describe, expect, it } from 'vitest';
import { en } from '../../../web/channel/locales/en.ts';
import { fr } from '../../../web/channel/locales/fr.ts';
import { en as pauseEn } from '../../../web/shared/pause/locales/en.ts';
import { fr as pauseFr } from '../../../web/shared/pause/locales/fr.ts';

/** Every text by its path; functions get stand-ins. */
function textsOf(words: object, path = ''): [string, string][] {
  return Object.entries(words).flatMap(([name, value]): [string, string][] => {
    const here = `${path}/${name}`;
    if (typeof value === 'string') return [[here, value]];
    if (typeof value !== 'function') return textsOf(value, here);
    if (here.endsWith('/entry')) return [[here, value('Zoë', 'changed', ['filter'])]];
    return [1, 5].map((count) => [`${here}(${count})`, value(count, count)]);
  });
}

describe.each([
  ['the channel’s page', en, fr],
  ['pausing', pauseEn, pauseFr],
])('the words of %s', (_what, english, french) => {
  const [one, other] = [textsOf(english), textsOf(french)];

  it('are there in both languages, and differ', () => {
    expect(other.map(([path]) => path)).toEqual(one.map(([path]) => path));
    expect(other.filter(([, text], index) => one[index]?.[1] === text)).toEqual([]);
  });

  it('say something, with French spaces where they belong', () => {
    expect([...one, ...other].filter(([, text]) => /^\s*$|undefined|null|\[object/.test(text))).toEqual([]);
    expect(other.filter(([, text]) => / [:;?!»]|« /.test(text))).toEqual([]);
  });
});
