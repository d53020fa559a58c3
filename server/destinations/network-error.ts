import { ADDRESS_REFUSED, HOST_REFUSED } from './guard.ts';
import type { NoAnswer } from './no-answer.ts';

const CLOSED = 'The other side closed the connection without an answer.';
const ENCRYPTION = "The host's certificate or encryption is not in order";
const NAME_NOT_FOUND = 'The name of the host could not be found.';
const NOT_LISTED = 'The host is not on the list WEBHOOK_HOSTS any more; Cardwire does not connect there.';
const NOT_REACHED = 'The host could not be reached.';
const PRIVATE = 'The host has an address in a private or reserved network; Cardwire does not connect there.';
const REFUSED = 'The host refused the connection.';
const STOPPED = 'Cardwire stopped before an answer came.';
const TOO_SLOW = 'No answer came in time.';

/** Codes of Node, undici and the guard, in words for people. */
const WORDS: ReadonlyMap<string, string> = new Map([
  [ADDRESS_REFUSED, PRIVATE],
  [HOST_REFUSED, NOT_LISTED],
  ['ECONNREFUSED', REFUSED],
  ['ECONNRESET', CLOSED],
  ['EPIPE', CLOSED],
  ['UND_ERR_SOCKET', CLOSED],
  ['EAI_AGAIN', NAME_NOT_FOUND],
  ['ENOTFOUND', NAME_NOT_FOUND],
  ['EHOSTUNREACH', NOT_REACHED],
  ['ENETUNREACH', NOT_REACHED],
  ['ETIMEDOUT', TOO_SLOW],
  ['UND_ERR_CONNECT_TIMEOUT', TOO_SLOW],
  ['TimeoutError', TOO_SLOW],
  ['AbortError', STOPPED],
  ['UND_ERR_ABORTED', STOPPED],
  ['UND_ERR_CLOSED', STOPPED],
  ['UND_ERR_DESTROYED', STOPPED],
]);

/**
 * Why no answer came, without any part of the URL. Messages of errors are never passed on, for they name
 * hosts and paths; of an unknown error the code is given, when it looks like one.
 */
export function networkErrorWords(error: unknown): string {
  const code = codeOf(error);
  const words = WORDS.get(code);
  if (words !== undefined) return words;
  if (!/^[A-Z][A-Z0-9_]{1,60}$/.test(code)) return 'The request failed.';
  const isTls = /CERT|TLS|SSL|SIGNATURE/.test(code);
  return `${isTls ? ENCRYPTION : 'The request failed'} (${code}).`;
}

const CODES: ReadonlyMap<string, NoAnswer> = new Map([
  [CLOSED, 'closed'],
  [NAME_NOT_FOUND, 'name-not-found'],
  [NOT_REACHED, 'not-reached'],
  [PRIVATE, 'address-refused'],
  [REFUSED, 'connection-refused'],
  [STOPPED, 'stopped'],
  [TOO_SLOW, 'too-slow'],
]);

/** The code behind words of `networkErrorWords`, which are what is stored of an attempt. */
export function noAnswerCode(words: string): NoAnswer {
  return CODES.get(words) ?? (words.startsWith(ENCRYPTION) ? 'encryption' : 'failed');
}

/** An error's code, or its name where that is all it has, as for aborted requests. */
function codeOf(error: unknown): string {
  if (!(error instanceof Error)) return '';
  return 'code' in error && typeof error.code === 'string' ? error.code : error.name;
}
