import type { Condition, Filter } from '../../../server/configurations/filter-schema.ts';
import { BOTS_KEY, type FilterDraft, type FilterField, fieldOf, MINE_KEY, type Row } from './filter-draft.ts';

/** A filter as the server takes it, and for each condition the row that it came from. */
export interface PlacedFilter {
  filter: Filter;
  keys: { conditions: string[]; except: string[] };
}

interface Placed {
  key: string;
  condition: Condition;
}

/** What is complete of a draft. Without conditions it lets everything pass, and a save clears what was stored. */
export function toFilter(draft: FilterDraft, fields: readonly FilterField[]): PlacedFilter {
  const only = draft.only.flatMap((row) => placed(row, fields));
  const never = [...draft.never.flatMap((row) => placed(row, fields)), ...switches(draft, fields)];
  return {
    filter: {
      match: draft.match,
      conditions: only.map(({ condition }) => condition),
      ...(never.length > 0 && { except: never.map(({ condition }) => condition) }),
    },
    keys: { conditions: only.map(({ key }) => key), except: never.map(({ key }) => key) },
  };
}

function placed(row: Row, fields: readonly FilterField[]): Placed[] {
  const condition = conditionOf(row, fields);
  return condition === undefined ? [] : [{ key: row.key, condition }];
}

/** Undefined while something is missing. */
export function conditionOf(row: Row, fields: readonly FilterField[]): Condition | undefined {
  if ('kept' in row) return row.kept;
  const field = fields.find((one) => one.field === row.field);
  const values = row.values.map((value) => value.trim()).filter((value) => value !== '');
  const [first] = values;
  if (field === undefined || first === undefined) return undefined;
  const { operator } = row;
  if (field.kind === 'yes or no') return { field: row.field, operator: 'is', value: first === 'yes' };
  if (operator === 'one of') return { field: row.field, operator, value: values };
  return { field: row.field, operator, value: first };
}

function switches({ muteBots, muteMine, login }: FilterDraft, fields: readonly FilterField[]): Placed[] {
  const bot = fieldOf('bot', fields);
  const person = fieldOf('person', fields);
  const name = login.trim();
  return [
    ...(muteBots && bot
      ? [{ key: BOTS_KEY, condition: { field: bot.field, operator: 'is', value: true } as const }]
      : []),
    ...(muteMine && person && name !== ''
      ? [{ key: MINE_KEY, condition: { field: person.field, operator: 'is', value: name } as const }]
      : []),
  ];
}

/** Keys of rows and switches that lack something. */
export function incompleteKeys(draft: FilterDraft, fields: readonly FilterField[]): string[] {
  const rows = [...draft.only, ...draft.never].filter((row) => conditionOf(row, fields) === undefined);
  const nameless = draft.muteMine && draft.login.trim() === '' && fieldOf('person', fields) !== undefined;
  return [...rows.map(({ key }) => key), ...(nameless ? [MINE_KEY] : [])];
}

/** Whether two filters ask the same in the same order; none at all is one without conditions. */
export function isSameFilter(one: Filter | undefined, other: Filter | undefined): boolean {
  return canonical(one) === canonical(other);
}

/** The database keeps no order of keys, so they are put in one here. */
function canonical(filter: Filter | undefined): string {
  const { match, conditions, except = [] } = filter ?? { match: 'all', conditions: [] };
  const inOrder = (list: readonly Condition[]) =>
    list.map(({ field, operator, value }) => [field, operator, value]);
  return JSON.stringify([conditions.length > 0 && match, inOrder(conditions), inOrder(except)]);
}
