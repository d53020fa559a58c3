import { expect, it } from 'vitest';
import { asPerson, readPreferences, writePreferences } from '../../../web/sandbox/preferences.ts';

const FIRST = {
  theme: 'default',
  language: 'en',
  personId: '',
  signOn: 'works',
  looks: {},
  quirks: [],
  hintDismissed: false,
  logOpen: false,
} as const;

it('remembers what was chosen', () => {
  const chosen = {
    theme: 'dark',
    language: 'fr',
    personId: 'ada',
    signOn: 'missing',
    looks: { louis: { theme: 'glass', language: 'de' } },
    quirks: ['silent'],
    hintDismissed: true,
    logOpen: true,
  } as const;
  writePreferences(window.localStorage, chosen);
  expect(readPreferences(window.localStorage, 'en-GB')).toEqual(chosen);
  window.localStorage.clear();
});

it.each([
  ['fr-CA', 'fr'],
  ['FR', 'fr'],
  ['de-DE', 'en'],
  ['en-GB', 'en'],
])('begins in a browser set to %s in %s', (browserLanguage, language) => {
  expect(readPreferences(undefined, browserLanguage)).toEqual({ ...FIRST, language });
});

it.each([
  '{',
  'null',
  '[]',
  '7',
  '{"theme":"pink","language":"tlh","personId":7,"looks":7,"quirks":["odd"]}',
])('begins anew when the browser holds %j', (stored) => {
  window.localStorage.setItem('cardwire-sandbox', stored);
  expect(readPreferences(window.localStorage, 'en')).toEqual(FIRST);
  window.localStorage.clear();
});

it('keeps a look for each person; somebody new begins with the one before', () => {
  const ada = { ...FIRST, theme: 'dark', language: 'fr' } as const;
  const louis = { ...ada, ...asPerson(ada, 'ada', 'louis') };
  expect(louis).toMatchObject({ personId: 'louis', theme: 'dark', language: 'fr' });
  const changed = { ...louis, theme: 'contrast', language: 'ar' } as const;
  const again = { ...changed, ...asPerson(changed, 'louis', 'ada') };
  expect(again).toMatchObject({ personId: 'ada', theme: 'dark', language: 'fr' });
  expect(asPerson(again, 'ada', 'louis')).toMatchObject({ theme: 'contrast', language: 'ar' });
});

it('works where the browser denies storage', () => {
  const denied = new Proxy(window.localStorage, {
    get() {
      throw new DOMException('denied', 'SecurityError');
    },
  });
  expect(readPreferences(denied, 'en')).toEqual(FIRST);
  expect(() => writePreferences(denied, FIRST)).not.toThrow();
});
