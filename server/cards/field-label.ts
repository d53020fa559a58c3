import type { Language } from './card.ts';
import { FIRST_LABELS, LAST_LABELS } from './locales/usual-labels.ts';

/** Longer names are no words any more; reading them costs time in proportion. */
const MAX_NAME_LENGTH = 100;

const ACRONYMS = new Set(
  'api cpu css csv dns html http https id ip json pdf ram sha sql ssl tls uri url utc uuid xml'.split(' '),
);

/** Written as such, all in capitals, or known to be one. */
function isAcronym(word: string): boolean {
  return /^\p{Lu}[\p{Lu}\p{N}]+$/u.test(word) || ACRONYMS.has(word.toLowerCase());
}

/** The words of a field's name: "dueDate", "due_date", "due-date" and "DueDate" are "due", "date". */
export function wordsOfName(name: string): string[] {
  return name
    .slice(0, MAX_NAME_LENGTH)
    .replace(/(?<=[\p{Ll}\p{N}])(?=\p{Lu})|(?<=\p{Lu})(?=\p{Lu}\p{Ll})/gu, ' ')
    .split(/[\s_.\-/:]+/)
    .filter((word) => word !== '');
}

/** A field's name however it is spelled: "due date". */
export function plainName(name: string): string {
  return wordsOfName(name).join(' ').toLowerCase();
}

/** Words as a label: "Build number", "HTTP status". */
export function labelOfWords(words: readonly string[]): string {
  const written = words.map((word) => (isAcronym(word) ? word.toUpperCase() : word.toLowerCase())).join(' ');
  return written.charAt(0).toUpperCase() + written.slice(1);
}

/**
 * What a field is called on a card: "assigned_to" is "Assigned to", in French "Confié à". Names that are not
 * among the usual ones keep the words of their sender.
 */
export function fieldLabel(name: string, language: Language): string {
  const plain = plainName(name);
  const usual = own(FIRST_LABELS, plain) ?? own(LAST_LABELS, plain);
  return usual?.[language] ?? (labelOfWords(wordsOfName(name)) || name);
}

/** Names that machines need stand behind all others. */
const FOR_MACHINES = /(?:^| )(?:id|uuid|guid|sha|hash|token)$/;

/** Where a field stands among others: a smaller rank goes first, names of equal rank go by the alphabet. */
export function fieldRank(name: string): number {
  const plain = plainName(name);
  const first = Object.keys(FIRST_LABELS).indexOf(plain);
  if (first >= 0) return first;
  if (own(LAST_LABELS, plain)) return 1_000 + Object.keys(LAST_LABELS).indexOf(plain);
  return FOR_MACHINES.test(plain) ? 2_000 : 500;
}

function own<T>(table: Readonly<Record<string, T>>, key: string): T | undefined {
  return Object.hasOwn(table, key) ? table[key] : undefined;
}
