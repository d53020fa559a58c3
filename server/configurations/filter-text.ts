/*
 * How filters ignore case. The document that is matched has its ASCII letters in lower case already (see
 * filter-document.ts), so texts of those are compared as they are. For other letters it is done here, and
 * not by the database, whose locale may know ASCII only, or Turkish: a pattern allows both cases of each.
 */

/** ASCII letters in lower case; all else stays. */
export function foldAscii(text: string): string {
  return text.replace(/[A-Z]/g, (letter) => letter.toLowerCase());
}

/** Whether a text has letters beyond ASCII that come in two cases, and so needs a pattern. */
export function hasOtherCases(text: string): boolean {
  return [...text].some((char) => otherCase(char) !== undefined);
}

/**
 * A text as an expression that PostgreSQL's regular expressions read literally, but for the case of its
 * letters. The text is folded already.
 */
export function toPattern(text: string): string {
  return [...text].map(toAtom).join('');
}

function toAtom(char: string): string {
  const other = otherCase(char);
  if (other !== undefined) return `[${char}${other}]`;
  // A backslash before any sign of ASCII makes it literal; before letters and digits it would do more.
  return /[!-/:-@[-`{-~]/.test(char) ? `\\${char}` : char;
}

/**
 * A letter beyond ASCII in its other case. Only those that come in pairs: the long s and the like, which
 * share a capital with another letter, are themselves alone.
 */
function otherCase(char: string): string | undefined {
  if (char <= '\u007f') return undefined;
  const upper = char.toUpperCase();
  if (upper !== char && upper.toLowerCase() === char) return upper;
  const lower = char.toLowerCase();
  if (lower !== char && lower.toUpperCase() === char) return lower;
  return undefined;
}
