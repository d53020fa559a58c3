import { describe, expect, it } from 'vitest';
import { en as conflictEn } from '../../../web/config/conflict/locales/en.ts';
import { fr as conflictFr } from '../../../web/config/conflict/locales/fr.ts';
import { CONNECT_WORDS } from '../../../web/connect/words.ts';
import { tongueFor } from '../../../web/shared/language.ts';
import { en } from '../../../web/shared/locales/en.ts';
import { fr } from '../../../web/shared/locales/fr.ts';
import { SIGN_IN_WORDS } from '../../../web/shared/sign-in-words.ts';
import { en as testEn } from '../../../web/shared/test-card/locales/en.ts';
import { fr as testFr } from '../../../web/shared/test-card/locales/fr.ts';
import { en as whenEn } from '../../../web/shared/when/locales/en.ts';
import { fr as whenFr } from '../../../web/shared/when/locales/fr.ts';

/** Every text of a language by its path; functions are called with stand-ins for their parts. */
function textsOf(words: object, path = ''): Map<string, string> {
  const texts = new Map<string, string>();
  for (const [name, value] of Object.entries(words)) {
    const here = `${path}/${name}`;
    if (typeof value === 'string') texts.set(here, value);
    else if (typeof value === 'function') {
      for (const count of [1, 5]) texts.set(`${here}(${count})`, value(count, 9));
    } else for (const [inner, text] of textsOf(value, here)) texts.set(inner, text);
  }
  return texts;
}

const english = textsOf({
  ...en,
  signIn: SIGN_IN_WORDS.en,
  test: testEn,
  when: whenEn,
  conflict: conflictEn,
  connect: CONNECT_WORDS.en,
});
const french = textsOf({
  ...fr,
  signIn: SIGN_IN_WORDS.fr,
  test: testFr,
  when: whenFr,
  conflict: conflictFr,
  connect: CONNECT_WORDS.fr,
});

describe('the French words', () => {
  it('differ from the English ones, everywhere', () => {
    const untranslated = [...french].filter(([path, text]) => english.get(path) === text);
    expect(untranslated).toEqual([]);
  });

  it('are there for every English one', () => {
    expect([...french.keys()]).toEqual([...english.keys()]);
  });

  it('keep their punctuation on the same line as the word before', () => {
    const loose = [...french.values()].filter((text) => / [:;?!»]|« /.test(text));
    expect(loose).toEqual([]);
  });

  it('count as French does: nothing is singular', () => {
    expect(fr.config.chosen(0, 5)).toBe('0 choisi sur 5');
    expect(en.config.noLongerOffered(0)).toContain('0 events');
  });
});

describe('every text', () => {
  it('has something to say, and lets nothing of the machine through', () => {
    const odd = [...english, ...french].filter(([, text]) => /^\s*$|undefined|null|\[object/.test(text));
    expect(odd).toEqual([]);
  });
});

describe('tongueFor', () => {
  it.each([
    [['fr-CA', 'en'], 'fr', 'fr-CA'],
    [['fr-fr'], 'fr', 'fr-fr'],
    [['de-DE', 'fr'], 'fr', 'fr'],
    [[undefined, null, '', 'en-GB'], 'en', 'en-GB'],
    [['{app.locale}', '../..', 'tlh'], 'en', 'en'],
    [[], 'en', 'en'],
  ])('of %j chooses %s', (locales, language, locale) => {
    expect(tongueFor(...locales)).toEqual({ language, locale });
  });
});
