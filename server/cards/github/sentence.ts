import type { Sentences } from '../locales/github/words.ts';

/** Stands where the sender left something out. */
const MISSING = '…';

/** The sentence for a variant. */
export function sentenceFor(sentences: Sentences, variant: string | undefined): string {
  const chosen = variant !== undefined && Object.hasOwn(sentences, variant) ? sentences[variant] : undefined;
  return chosen ?? sentences.other;
}

/** A sentence with its places filled. A value that looks like a place is left as it is. */
export function fillSentence(sentence: string, valueFor: (place: string) => string | undefined): string {
  return sentence.replace(/\{(\w+)\}/g, (_, place: string) => valueFor(place) ?? MISSING);
}
