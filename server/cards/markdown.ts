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

/** Emphasis, code, links, escapes, tags and mentions, strike-through, entities, Adaptive Cards' `{{DATE()}}`. */
const ACTS_ANYWHERE = /[`*_[\]]|\\(?=[!-/:-@[-`{-~]|$)|<(?!\s)|~(?=~)|(?<=~)~|&(?=#?\w{1,40};)|(?<=\{)\{/g;

/** Headings, quotes, lists, rules. */
const ACTS_AT_START = /^(?:>|#(?=#{0,5}(?:\s|$))|[-+=](?=\s|$)|[-=](?=[-=\s]*$)|\d{1,9}(?=[.)](?:\s|$)))/;

/** White space that may be broken or doubled; French keeps its no-break spaces. */
const BREAKABLE_SPACE = /[^\S\u00a0\u202f]/g;

/** Text on one line already, as most is: Latin letters and signs, no two spaces in a row. */
const ONE_LINE = /^(?:[!-~\u00a1-\u024f]| (?! ))*$/;

/** The text on one line: white space becomes single spaces, invisible marks go. */
function oneLine(text: string): string {
  if (ONE_LINE.test(text)) return text;
  return text.toWellFormed().replace(BREAKABLE_SPACE, ' ').replace(INVISIBLE, '').replace(/ {2,}/g, ' ');
}

/** A stretch of text between marks, as Markdown that reads exactly as it was written. */
export function escapeInline(text: string): string {
  return oneLine(text).replace(ACTS_ANYWHERE, '\\$&');
}

/**
 * Markdown as it may stand at the start of a line. The escape of a number that would start a list stands
 * behind it: `1\.`
 */
export function escapeStart(markdown: string): string {
  return markdown.replace(ACTS_AT_START, (mark) => (/\d/.test(mark) ? `${mark}\\` : `\\${mark}`));
}

/**
 * Somebody's text as one line of Markdown that reads exactly as they wrote it: no emphasis, link, tag or
 * mention comes of it, and it cannot end the link text or list item it is put into.
 */
export function escapeMarkdown(text: string): string {
  return escapeStart(escapeInline(oneLine(text).trim()));
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
  const parsed = text.length > MAX_URL_LENGTH ? null : URL.parse(text);
  if (parsed === null) return undefined;
  const { protocol, username, password, host, pathname, search, hash } = parsed;
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

/**
 * Plain text on one line, at most `maxLength` UTF-16 code units, for places that show no Markdown: a
 * phone's lock screen, a button.
 */
export function plainLine(text: string, maxLength: number): string {
  return shorten(oneLine(text).trim(), maxLength);
}
