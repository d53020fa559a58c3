/** Typographic marks that ASCII has plain ones for. */
const PLAIN: readonly [RegExp, string][] = [
  [/«\s?|\s?»|[“”„]/g, '"'],
  [/[’‘]/g, "'"],
  [/…/g, '...'],
  [/[–—]/g, '-'],
  [/\s/g, ' '],
];

/** A line that the reserved place on a card has room for. */
const MAX_LENGTH = 250;

/**
 * A text for the header `CARD-ACTION-STATUS`. Nobody says how Teams and Outlook read other letters in a header, so
 * it is ASCII: accents go, and what has no plain letter becomes a question mark.
 */
export function statusHeader(text: string): string {
  return PLAIN.reduce((line, [pattern, plain]) => line.replace(pattern, plain), text)
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[^\x20-\x7e]/gu, '?')
    .slice(0, MAX_LENGTH);
}
