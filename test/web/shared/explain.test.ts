import { describe, expect, it } from 'vitest';
import { REFUSALS } from '../../../server/destinations/refusals.ts';
import { PROBLEMS, type ProblemCode } from '../../../server/problem.ts';
import { ApiError, type ApiErrorCode } from '../../../web/shared/api-error.ts';
import { explain } from '../../../web/shared/explain.ts';
import { en } from '../../../web/shared/locales/en.ts';
import { fr } from '../../../web/shared/locales/fr.ts';

const DETAIL = 'An English sentence of the server.';
/** What only senders, operators, Teams and the sandbox meet, and what pages pass over in silence. Whoever adds a code decides where it belongs. */
const NOT_FOR_PAGES = new Set<ProblemCode>([
  'action-refused',
  'actions-off',
  'api-key-refused',
  'delivery-not-found',
  'foreign-page',
  'headers-too-large',
  'invalid-event',
  'invalid-json',
  'key-not-found',
  'not-found',
  'package-refused',
  'request-too-slow',
  'scope-missing',
  'signature-refused',
  'source-off',
  'streams-full',
  'unsupported-media-type',
]);
const codes = [...Object.keys(PROBLEMS), 'unreachable', 'late', 'unreadable'] as ApiErrorCode[];

function textOf(error: ApiError, words: typeof en): string {
  const { what, todo = '' } = explain(error, words);
  return `${what} ${todo}`;
}

describe('a problem', () => {
  it.each(codes)('is told in the language of the page: %s', (code) => {
    const error = new ApiError(code, { detail: DETAIL, status: 400 });
    expect(textOf(error, fr)).not.toContain(DETAIL);
    expect(textOf(error, fr)).not.toBe(textOf(error, en));
  });

  it.each(codes.filter((code) => !NOT_FOR_PAGES.has(code as ProblemCode)))(
    'that a page can meet has words of its own: %s',
    (code) => {
      expect(Object.keys(fr.problems)).toContain(code);
    },
  );
});

describe('an address that is refused', () => {
  it.each(Object.keys(REFUSALS))('says why, in the language of the page: %s', (reason) => {
    const error = new ApiError('webhook-url-refused', { detail: DETAIL, reason });
    expect(textOf(error, en)).not.toContain(en.problems['webhook-url-refused'].what);
    expect(textOf(error, fr)).not.toContain(fr.problems['webhook-url-refused'].what);
    expect(textOf(error, fr)).not.toBe(textOf(error, en));
  });

  it.each([undefined, 'of a newer server', 'constructor'])(
    'for an unknown reason is still explained: %s',
    (reason) => {
      const error = new ApiError('webhook-url-refused', { reason });
      expect(explain(error, fr)).toEqual(fr.problems['webhook-url-refused']);
    },
  );
});
