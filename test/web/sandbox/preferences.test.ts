import { expect, it } from 'vitest';
import { readPreferences, writePreferences } from '../../../web/sandbox/preferences.ts';

const FIRST = {
  theme: 'default',
  language: 'en',
  personId: '',
  signOn: 'works',
  hintDismissed: false,
  logOpen: false,
} as const;

it('remembers what was chosen', () => {
  const chosen = {
    theme: 'dark',
    language: 'fr',
    personId: 'ada',
    signOn: 'missing',
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

it.each(['{', 'null', '[]', '7', '{"theme":"pink","language":"de","personId":7}'])(
  'begins anew when the browser holds %j',
  (stored) => {
    window.localStorage.setItem('cardwire-sandbox', stored);
    expect(readPreferences(window.localStorage, 'en')).toEqual(FIRST);
    window.localStorage.clear();
  },
);

it('works where the browser denies storage', () => {
  const denied = new Proxy(window.localStorage, {
    get() {
      throw new DOMException('denied', 'SecurityError');
    },
  });
  expect(readPreferences(denied, 'en')).toEqual(FIRST);
  expect(() => writePreferences(denied, FIRST)).not.toThrow();
});
