/** A text for searching: in lower case, without accents and without white space around it. */
export function simplified(text: string): string {
  return text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase().trim();
}
