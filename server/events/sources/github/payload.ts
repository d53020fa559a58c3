import { shorten } from '../../../cards/shorten.ts';
import { ProblemError } from '../../../problem.ts';
import type { JsonObject } from '../../event.ts';
import { jsonObject, listAt, numberAt, textAt, textsAt, valueAt } from '../../fields.ts';
import type { Reading } from './reader.ts';

/*
 * What GitHub's payloads have in common. Fields that no event can do without are required; all others may
 * be missing or of another type, since GitHub adds and drops fields without notice and sends null for
 * accounts that were deleted.
 */

/** In UTF-16 code units; the whole text is a link away. */
const TITLE_LENGTH = 300;
const TEXT_LENGTH = 4_000;
const MAX_LABELS = 50;

function malformed(path: string[], expected: string): ProblemError {
  const pointer = `/${path.join('/')}`;
  return new ProblemError('invalid-event', 'This is not the payload that GitHub describes for its event.', [
    { pointer, detail: `Must be ${expected}.` },
  ]);
}

/** Text that the event cannot do without. Throws `invalid-event`. */
export function requiredText(payload: unknown, ...path: string[]): string {
  const text = textAt(payload, ...path);
  if (text === undefined) throw malformed(path, 'text that is not empty');
  return text;
}

/** A number that the event cannot do without. Throws `invalid-event`. */
function requiredNumber(payload: unknown, ...path: string[]): number {
  const number = numberAt(payload, ...path);
  if (number === undefined) throw malformed(path, 'a number');
  return number;
}

/** An http(s) address that the event cannot do without. Throws `invalid-event`. */
export function requiredUrl(payload: unknown, ...path: string[]): string {
  const url = textAt(payload, ...path);
  if (url === undefined || !/^https?:\/\//.test(url) || !URL.canParse(url)) {
    throw malformed(path, 'an http or https address');
  }
  return url;
}

/** A user or app; `undefined` when the account is gone. */
export function person(user: unknown): JsonObject | undefined {
  const login = textAt(user, 'login');
  if (login === undefined) return undefined;
  return jsonObject({
    login,
    name: textAt(user, 'name'),
    url: textAt(user, 'html_url'),
    image: textAt(user, 'avatar_url'),
    // Apps act as accounts of the type Bot; their logins end in "[bot]".
    bot: textAt(user, 'type') === 'Bot' || login.endsWith('[bot]'),
  });
}

/** The names of labels, for cards and filters. */
function labelNames(labels: unknown[]): string[] {
  return textsAt(labels, 'name').slice(0, MAX_LABELS);
}

export function logins(users: unknown[]): string[] {
  return textsAt(users, 'login').slice(0, MAX_LABELS);
}

/** The first line, as commits have their subject there. */
function firstLine(text: string): string {
  return shorten(text.split('\n', 1)[0]?.trim() ?? '', TITLE_LENGTH);
}

/** A title's text at the end of a path, shortened. */
export function titleAt(payload: unknown, ...path: string[]): string | undefined {
  const text = textAt(payload, ...path);
  return text === undefined ? undefined : firstLine(text);
}

/** Issue templates hide their hints in comments. An unclosed one hides the rest, as it does at GitHub. */
function withoutComments(markdown: string): string {
  const kept: string[] = [];
  let start = 0;
  for (;;) {
    const open = markdown.indexOf('<!--', start);
    if (open < 0) return kept.join('') + markdown.slice(start);
    kept.push(markdown.slice(start, open));
    const close = markdown.indexOf('-->', open);
    if (close < 0) return kept.join('');
    start = close + '-->'.length;
  }
}

/** A title that the event cannot do without. Throws `invalid-event`. */
export function requiredTitle(payload: unknown, ...path: string[]): string {
  return firstLine(requiredText(payload, ...path));
}

/** What somebody wrote into an issue, pull request or release, shortened. */
export function bodyAt(payload: unknown, ...path: string[]): string | undefined {
  const body = textAt(payload, ...path);
  if (body === undefined) return undefined;
  return shorten(withoutComments(body).trim(), TEXT_LENGTH) || undefined;
}

/** Whether it is an object: a payload, or a part of one. */
export function isPayload(payload: unknown): boolean {
  return typeof payload === 'object' && payload !== null && !Array.isArray(payload);
}

/** What issues, pull requests and discussions have in common. */
export function threadOf(payload: unknown, key: string): Reading {
  const thread = valueAt(payload, key);
  const number = requiredNumber(payload, key, 'number');
  return {
    subject: `#${number}`,
    data: {
      number,
      title: requiredTitle(payload, key, 'title'),
      text: bodyAt(thread, 'body'),
      url: requiredUrl(payload, key, 'html_url'),
      author: person(valueAt(thread, 'user')),
      labels: labelNames(listAt(thread, 'labels')),
    },
  };
}

/** A comment's own text and address, in place of those of what it is on. */
export function commentOf(payload: unknown): Reading['data'] {
  return { text: bodyAt(payload, 'comment', 'body'), url: textAt(payload, 'comment', 'html_url') };
}

/** A branch's or tag's name: `refs/heads/main` is `main` within `refs/heads/`. */
export function nameWithin(namespace: string, ref: string): string | undefined {
  return ref.startsWith(namespace) ? ref.slice(namespace.length) : undefined;
}
