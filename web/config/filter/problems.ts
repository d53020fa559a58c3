import { type FilterDraft, type FilterField, MINE_KEY } from './filter-draft.ts';
import type { FilterWords } from './locales/en.ts';
import { incompleteKeys } from './to-filter.ts';

/** What is wrong with rows and switches, by their keys: what the server refused, and what lacks something. */
export function problemsOf(
  filter: FilterDraft,
  fields: readonly FilterField[],
  refused: ReadonlySet<string>,
  words: FilterWords,
): ReadonlyMap<string, string> {
  const missing = incompleteKeys(filter, fields).filter((key) => key === MINE_KEY || isBegun(filter, key));
  return new Map([
    ...[...refused].map((key) => [key, words.refused] as const),
    ...missing.map((key) => [key, key === MINE_KEY ? words.loginMissing : words.incomplete] as const),
  ]);
}

/** A row that was just added is not wrong yet. */
function isBegun({ only, never }: FilterDraft, key: string): boolean {
  const row = [...only, ...never].find((one) => one.key === key);
  return row !== undefined && 'field' in row && row.field !== '';
}
