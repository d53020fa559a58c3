import { shorten } from './shorten.ts';

/*
 * Text that people wrote, made safe for the Markdown that Teams shows. Escapes are kept to what some
 * client would act on, because Teams on phones has shown the backslash (MicrosoftDocs/msteams-docs issue
 * 5793), while its parser for MessageCards takes even the underscores inside a word.
 */

/** Longer addresses are dropped: no browser or proxy is sure to take them. */
const MAX_URL_LENGTH = 2_000;

/** Controls, and marks that reorder the text around them (bidirectional embeddings, overrides, isolates). */
const INVISIBLE = /[\p{Cc}\u202a-\u202e\u2066-\u2069]/gu;

const LINE_BREAK = /\r\n|[\n\r\u0085\u2028\u2029]/;

/** Emphasis, code, links, escapes, tags and mentions, strike-through, entities, Adaptive Cards' `{{DATE()}}`. */
const ACTS_ANYWHERE = /[`*_[\]]|\\(?=[!-/:-@[-`{-~]|$)|<(?=\S)|~(?=~)|(?<=~)~|&(?=#?\w{1,40};)|(?<=\{)\{/g;

/** Headings, quotes, lists, rules. */
const ACTS_AT_START = /^(?:>|#(?=#{0,5}(?:\s|$))|[-+=](?=\s|$)|[-=](?=[-=\s]*$)|\d{1,9}(?=[.)](?:\s|$)))/;

/** White space that may be broken or doubled; French keeps its no-break spaces. */
const BREAKABLE_SPACE = /[^\S\u00a0\u202f]/g;

/** The text as one line: white space becomes single spaces, invisible marks go. */
function oneLine(text: string): string {
  return text
    .toWellFormed()
    .replace(BREAKABLE_SPACE, ' ')
    .replace(INVISIBLE, '')
    .replace(/ {2,}/g, ' ')
    .trim();
}

function escapeAnywhere(line: string): string {
  return line.replace(ACTS_ANYWHERE, '\\$&');
}

/** The escape of a number that would start a list stands behind it: `1\.` */
function escapeStart(line: string): string {
  return line.replace(ACTS_AT_START, (mark) => (/\d/.test(mark) ? `${mark}\\` : `\\${mark}`));
}

/**
 * Somebody's text as one line of Markdown that reads exactly as they wrote it: no emphasis, link, tag or
 * mention comes of it, and it cannot end the link text or list item it is put into.
 */
export function escapeMarkdown(text: string): string {
  return escapeStart(escapeAnywhere(oneLine(text)));
}

/** What could end a link's address early, act inside it, or grow when it is serialised as JSON. */
const ACTS_IN_ADDRESS = /[\s()[\]{}<>"\\`]/g;

function percentEncoded(character: string): string {
  return `%${character.charCodeAt(0).toString(16).padStart(2, '0').toUpperCase()}`;
}

/**
 * An address that a card may link to: http, https or mailto, without a user name or password. It comes
 * back normalised, in ASCII, fit for Markdown. Everything else (`javascript:`, `data:`, relative ones) is
 * `undefined`: fails closed.
 */
export function safeUrl(text: string): string | undefined {
  if (text.length > MAX_URL_LENGTH || !URL.canParse(text)) return undefined;
  const { protocol, username, password, host, pathname, search, hash } = new URL(text);
  if (protocol !== 'http:' && protocol !== 'https:' && protocol !== 'mailto:') return undefined;
  // `https://github.com@evil.example` shows one host and opens another.
  if (username !== '' || password !== '') return undefined;
  const rest = (pathname + search + hash).replace(ACTS_IN_ADDRESS, percentEncoded);
  const url = `${protocol}${host === '' ? '' : `//${host}`}${rest}`;
  return url.length <= MAX_URL_LENGTH ? url : undefined;
}

/** A Markdown link, or the escaped text alone when the address is missing or not safe. */
export function markdownLink(text: string, url: string | undefined): string {
  const label = escapeMarkdown(text);
  const address = safeUrl(url ?? '');
  return address === undefined || label === '' ? label : `[${label}](${address})`;
}

const ADDRESS = /https?:\/\/[^\s<>"`]{1,2000}/gi;

/** The address without what belongs to the sentence around it. */
function withoutSentence(address: string): string {
  let end = address.length;
  while ('.,;:!?\'"]}*_'.includes(address.charAt(end - 1)) || closesSentence(address, end)) end--;
  return address.slice(0, end);
}

/** Whether a closing parenthesis stands before `end` that the address did not open. */
function closesSentence(address: string, end: number): boolean {
  return address.charAt(end - 1) === ')' && !address.slice(0, end).includes('(');
}

/** One line with its http(s) addresses as links: an escaped address would no longer open. */
function lineWithLinks(text: string): string {
  const line = oneLine(text);
  const parts: string[] = [];
  let done = 0;
  for (const match of line.matchAll(ADDRESS)) {
    const address = withoutSentence(match[0]);
    // An exclamation mark before a link would make it an image.
    parts.push(escapeAnywhere(line.slice(done, match.index)).replace(/!$/, '\\!'));
    parts.push(markdownLink(address, address));
    done = match.index + address.length;
  }
  parts.push(escapeAnywhere(line.slice(done)));
  return escapeStart(parts.join(''));
}

/**
 * Somebody's text of several lines as Markdown: each line a paragraph, because that is the only break that
 * every client shows; http(s) addresses become links; all else as `escapeMarkdown`.
 */
export function markdownText(text: string): string {
  return text
    .split(LINE_BREAK)
    .map(lineWithLinks)
    .filter((line) => line !== '')
    .join('\n\n');
}

/**
 * Plain text on one line, at most `maxLength` UTF-16 code units, for places that show no Markdown: a
 * phone's lock screen, a button.
 */
export function plainLine(text: string, maxLength: number): string {
  return shorten(oneLine(text), maxLength);
}
