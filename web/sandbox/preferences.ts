import type { HostTheme } from './host/context.ts';
import { QUIRKS, type Quirk } from './host/quirks.ts';
import { PAGE_LANGUAGES, type PageLanguage } from './words.tsx';

/** How a host gives tokens: at once, only after asking its user, or never. */
export const SIGN_ONS = ['works', 'asks', 'missing'] as const;
export type SignOn = (typeof SIGN_ONS)[number];

/** How Teams looks for one person, and in which language. */
interface Look {
  theme: HostTheme;
  language: PageLanguage;
}

/** What one visitor chose; kept in their browser. */
export interface Preferences extends Look {
  /** Empty until somebody chose: then the first of the team is meant. */
  personId: string;
  /** What the host's single sign-on does. */
  signOn: SignOn;
  /** The looks of the people that were used before, by their ids. */
  looks: Readonly<Record<string, Look>>;
  quirks: readonly Quirk[];
  hintDismissed: boolean;
  logOpen: boolean;
}

/** The themes that the sandbox itself has. */
export const THEMES: readonly HostTheme[] = ['default', 'dark', 'contrast'];

/** All that pages can be told of. */
export const HOST_THEMES: readonly HostTheme[] = [...THEMES, 'glass'];

const KEY = 'cardwire-sandbox';

/** The preferences of an earlier visit; where there are none, those that the browser's settings suggest. */
export function readPreferences(storage: Storage | undefined, browserLanguage: string): Preferences {
  const stored = parse(readItem(storage));
  const begin = browserLanguage.toLowerCase().startsWith('fr') ? 'fr' : 'en';
  return {
    ...readLook(stored, begin),
    personId: typeof stored.personId === 'string' ? stored.personId : '',
    signOn: SIGN_ONS.find((signOn) => signOn === stored.signOn) ?? 'works',
    looks: Object.fromEntries(
      Object.entries(fieldsOf(stored.looks)).map(([id, look]) => [id, readLook(fieldsOf(look), begin)]),
    ),
    quirks: QUIRKS.filter((quirk) => Array.isArray(stored.quirks) && stored.quirks.includes(quirk)),
    hintDismissed: stored.hintDismissed === true,
    logOpen: stored.logOpen === true,
  };
}

/** What changes when somebody else is signed in: everybody has a look of their own, at first the one before. */
export function asPerson(known: Preferences, currentId: string, nextId: string): Partial<Preferences> {
  const { theme, language } = known;
  return {
    personId: nextId,
    looks: { ...known.looks, [currentId]: { theme, language } },
    ...known.looks[nextId],
  };
}

/** Keeps the preferences. Where the browser denies storage they last until the page is closed. */
export function writePreferences(storage: Storage | undefined, preferences: Preferences): void {
  try {
    storage?.setItem(KEY, JSON.stringify(preferences));
  } catch {
    // Denied or full: the sandbox works without.
  }
}

function readItem(storage: Storage | undefined): string | null {
  try {
    return storage?.getItem(KEY) ?? null;
  } catch {
    return null;
  }
}

function parse(text: string | null): Record<string, unknown> {
  try {
    return fieldsOf(JSON.parse(text ?? '{}'));
  } catch {
    return {};
  }
}

function fieldsOf(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null ? { ...value } : {};
}

function readLook(stored: Record<string, unknown>, language: PageLanguage): Look {
  return {
    theme: HOST_THEMES.find((theme) => theme === stored.theme) ?? 'default',
    language: PAGE_LANGUAGES.find((known) => known === stored.language) ?? language,
  };
}
