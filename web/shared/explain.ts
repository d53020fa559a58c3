import { ApiError } from './api-error.ts';
import { HostError } from './host-error.ts';
import type { Words } from './locales/en.ts';

/** An error for people: what happened, and what to do where trying again is not the cure. */
export interface Explanation {
  what: string;
  todo?: string;
}

/**
 * Puts any error that a page can meet into the page's language, by its codes alone: the server's sentences are
 * in English, for programmers and logs. Only a host is quoted, for it speaks the user's language.
 */
export function explain(error: unknown, words: Words): Explanation {
  if (error instanceof HostError) return explainHost(error, words);
  if (!(error instanceof ApiError)) return words.problems.internal;
  const { code, reason = '' } = error;
  if (code === 'webhook-url-refused' && isKnown(reason, words.refusals)) return words.refusals[reason];
  return isKnown(code, words.problems) ? words.problems[code] : words.problems.internal;
}

function explainHost(error: HostError, { host }: Words): Explanation {
  switch (error.code) {
    case 'no-answer':
      return { what: host.noAnswer };
    case 'refused':
      return { what: host.refused(error.message) };
    case 'no-address':
      return { what: host.noAddress };
    case 'not-supported':
    case 'not-in-host':
      return { what: host.notSupported, todo: host.openInChannel };
  }
}

function isKnown<T extends object>(code: string, known: T): code is Extract<keyof T, string> {
  return Object.hasOwn(known, code);
}
