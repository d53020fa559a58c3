import type { HostTheme } from './host/context.ts';
import type { Language } from './words.tsx';

/** How a host gives tokens: at once, only after asking its user, or never. */
export const SIGN_ONS = ['works', 'asks', 'missing'] as const;
export type SignOn = (typeof SIGN_ONS)[number];

/** What one visitor chose; kept in their browser. */
export interface Preferences {
  theme: HostTheme;
  language: Language;
  /** Empty until somebody chose: then the first of the team is meant. */
  personId: string;
  /** What the host's single sign-on does. */
  signOn: SignOn;
  hintDismissed: boolean;
  logOpen: boolean;
}

export const THEMES: readonly HostTheme[] = ['default', 'dark', 'contrast'];

const KEY = 'cardwire-sandbox';

/** The preferences of an earlier visit; where there are none, those that the browser's settings suggest. */
export function readPreferences(storage: Storage | undefined, browserLanguage: string): Preferences {
  const stored = parse(readItem(storage));
  return {
    theme: THEMES.find((theme) => theme === stored.theme) ?? 'default',
    language:
      stored.language === 'en' || stored.language === 'fr'
        ? stored.language
        : browserLanguage.toLowerCase().startsWith('fr')
          ? 'fr'
          : 'en',
    personId: typeof stored.personId === 'string' ? stored.personId : '',
    signOn: SIGN_ONS.find((signOn) => signOn === stored.signOn) ?? 'works',
    hintDismissed: stored.hintDismissed === true,
    logOpen: stored.logOpen === true,
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
    const value: unknown = JSON.parse(text ?? '{}');
    return typeof value === 'object' && value !== null ? { ...value } : {};
  } catch {
    return {};
  }
}
