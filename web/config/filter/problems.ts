import { type FilterDraft, type FilterField, MINE_KEY, type Row } from './filter-draft.ts';
import type { FilterWords } from './locales/en.ts';
import { conditionOf, incompleteKeys } from './to-filter.ts';

/** What is wrong with rows and switches, by their keys. A row that is not finished is not wrong. */
export function problemsOf(
  filter: FilterDraft,
  fields: readonly FilterField[],
  refused: ReadonlySet<string>,
  words: FilterWords,
): ReadonlyMap<string, string> {
  const nameless = incompleteKeys(filter, fields).includes(MINE_KEY);
  return new Map([
    ...[...refused].map((key) => [key, words.refused] as const),
    ...(nameless ? [[MINE_KEY, words.loginMissing] as const] : []),
  ]);
}

/** What a row still needs, in words. */
export function missingIn(row: Row, fields: readonly FilterField[], words: FilterWords): string | undefined {
  return conditionOf(row, fields) === undefined ? words.incomplete : undefined;
}
