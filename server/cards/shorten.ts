const ELLIPSIS = '…';

/** How much of the allowed length a cut at a word may give up; a longer word is cut inside. */
const LONGEST_LAST_WORD = 40;

function isHighSurrogate(unit: number): boolean {
  return unit >= 0xd800 && unit <= 0xdbff;
}

/** Where to cut so that at most `length` code units stay: at a word, never inside a surrogate pair. */
function cutAt(text: string, length: number): number {
  for (let end = length; end > Math.max(0, length - LONGEST_LAST_WORD); end--) {
    if (/\s/.test(text.charAt(end))) return end;
  }
  return length > 0 && isHighSurrogate(text.charCodeAt(length - 1)) ? length - 1 : length;
}

/**
 * Plain text of at most `maxLength` UTF-16 code units. What is longer ends at a word, with an ellipsis.
 * For Markdown use `shortenMarkdown`.
 */
export function shorten(text: string, maxLength: number): string {
  if (text.length <= maxLength) return text;
  if (maxLength < 1) return '';
  return text.slice(0, cutAt(text, maxLength - ELLIPSIS.length)).trimEnd() + ELLIPSIS;
}

/** How many backslashes stand directly before `end`. An odd number escapes what follows. */
function backslashesBefore(text: string, end: number): number {
  let count = 0;
  while (text.charAt(end - 1 - count) === '\\') count++;
  return count;
}

/** The last unescaped `character` before `end`, or -1. */
function lastUnescaped(text: string, character: string, end: number): number {
  let index = end;
  do {
    index = index > 0 ? text.lastIndexOf(character, index - 1) : -1;
  } while (index >= 0 && backslashesBefore(text, index) % 2 === 1);
  return index;
}

/** Where a link starts that `end` would cut in two; `end` itself when it cuts none. */
function startOfCutLink(markdown: string, end: number): number {
  const start = lastUnescaped(markdown, '[', end);
  if (start < 0) return end;
  const address = markdown.indexOf('](', start);
  // The addresses in our links hold no parentheses: see `markdownLink`.
  const close = address < 0 ? -1 : markdown.indexOf(')', address);
  return close >= 0 && close < end ? end : start;
}

/** Ends the bold and italic that the last paragraph has begun, the inner one first. */
function closeMarks(markdown: string): string {
  const paragraph = markdown.slice(markdown.lastIndexOf('\n') + 1);
  const words = paragraph.replace(/\\.|\]\([^)]{0,2000}\)/g, '');
  return ['**', '_']
    .filter((sign) => words.split(sign).length % 2 === 0)
    .sort((one, other) => words.lastIndexOf(other) - words.lastIndexOf(one))
    .reduce((text, sign) => (words.endsWith(sign) ? text.slice(0, -sign.length) : text + sign), markdown);
}

/** What may have to be put behind a cut to end bold and italic. */
const MARKS_LENGTH = '**_'.length;

/**
 * Markdown of at most `maxLength` UTF-16 code units: cut at a word, never inside an escape or a link, and
 * with its marks ended, so that what is left reads as before.
 */
export function shortenMarkdown(markdown: string, maxLength: number): string {
  if (markdown.length <= maxLength) return markdown;
  if (maxLength < 1) return '';
  let end = cutAt(markdown, Math.max(0, maxLength - ELLIPSIS.length - MARKS_LENGTH));
  if (backslashesBefore(markdown, end) % 2 === 1) end--;
  if (markdown.slice(end - 1, end + 1) === '**') end--;
  end = startOfCutLink(markdown, end);
  return closeMarks(markdown.slice(0, end).trimEnd()) + ELLIPSIS;
}
