import { ApiError } from './api-error.ts';
import { HostError } from './host-error.ts';
import type { Words } from './locales/en.ts';

/** An error for people: what happened, what to do where trying again is not the cure, the server's words. */
export interface Explanation {
  what: string;
  todo?: string;
  detail?: string;
}

/** Problems whose cure depends on what exactly is wrong, which only the server's own sentence tells. */
const DETAIL_HELPS = new Set([
  'webhook-url-refused',
  'invalid-request',
  'unknown-event-type',
  'tenant-not-allowed',
]);

/** Puts any error that a page can meet into words. */
export function explain(error: unknown, words: Words): Explanation {
  if (error instanceof HostError) return explainHost(error, words);
  if (!(error instanceof ApiError)) return words.problems.internal;
  const problem = isKnown(error.code, words.problems) ? words.problems[error.code] : words.problems.internal;
  return error.detail !== '' && DETAIL_HELPS.has(error.code) ? { ...problem, detail: error.detail } : problem;
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

function isKnown<T extends object>(code: string, problems: T): code is Extract<keyof T, string> {
  return Object.hasOwn(problems, code);
}
