/*
 * Where CommonMark takes a sign for the start or the end of a mark, on the safe side: parsers disagree on
 * symbols such as emoji, so these count as whatever is worse. `before` and `after` are what stands on both
 * sides of the sign; empty at the ends of a paragraph.
 */

export type Sign = '**' | '_';

type Kind = 'space' | 'punctuation' | 'symbol' | 'word';

function kindOf(character: string): Kind {
  if (character === '' || /\s/.test(character)) return 'space';
  if (/[!-/:-@[-`{-~]|\p{P}/u.test(character)) return 'punctuation';
  return /[\p{L}\p{N}]/u.test(character) ? 'word' : 'symbol';
}

export function canOpen(sign: Sign, before: string, after: string): boolean {
  return marks(sign, kindOf(before), kindOf(after));
}

/** The mirror image. */
export function canClose(sign: Sign, before: string, after: string): boolean {
  return marks(sign, kindOf(after), kindOf(before));
}

function marks(sign: Sign, outside: Kind, inside: Kind): boolean {
  if (inside === 'space') return false;
  if (outside === 'space' || outside === 'punctuation') return true;
  // Underscores inside a word mark nothing.
  return sign === '**' && inside === 'word';
}

export function firstCharacter(text: string): string {
  return /^./su.exec(text)?.[0] ?? '';
}

export function lastCharacter(text: string): string {
  return /.$/su.exec(text.slice(-2))?.[0] ?? '';
}
