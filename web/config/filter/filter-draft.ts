import type { Condition, Filter } from '../../../server/configurations/filter-schema.ts';
import type { ConnectorOffer } from '../../../server/configurations/schema.ts';

export type FilterField = ConnectorOffer['filterFields'][number];

/** What a row can ask. */
export type RowOperator = 'is' | 'is not' | 'one of' | 'contains' | 'starts with';

/** A condition that is being put together; it counts once it is complete. */
export interface EditableRow {
  /** Its own while the page is open. */
  key: string;
  /** Empty until one is chosen. */
  field: string;
  operator: RowOperator;
  /** One, or several for "one of"; of a field that is yes or no, `yes` or `no`. */
  values: readonly string[];
}

/** A condition that rows cannot express, stored by other means than this page: it can only be taken away. */
interface KeptRow {
  key: string;
  kept: Condition;
}

export type Row = EditableRow | KeptRow;

/** A filter as the form holds it. */
export interface FilterDraft {
  /** Whether an event must fit all rows of `only`, or any. */
  match: 'all' | 'any';
  only: readonly Row[];
  never: readonly Row[];
  muteBots: boolean;
  muteMine: boolean;
  /** What the user is called where the events come from. */
  login: string;
}

/** The keys of the two switches, beside those of rows. */
export const BOTS_KEY = 'bots';
export const MINE_KEY = 'mine';

/** Draws the key of a new row. */
export function newRow(field = ''): EditableRow {
  lastKey += 1;
  return { key: `row${lastKey}`, field, operator: 'is', values: [] };
}
let lastKey = 0;

/** A stored filter as rows. The switches are on when their conditions are among the exceptions. */
export function firstFilter(
  filter: Filter | undefined,
  fields: readonly FilterField[],
  login: string,
): FilterDraft {
  const { match, conditions, except = [] } = filter ?? { match: 'all', conditions: [] };
  // "None of these" says the same as an exception for each.
  const exceptions = match === 'none' ? [...conditions, ...except] : except;
  const bots = exceptions.find((condition) => isMutedBots(condition, fields));
  const mine = exceptions.find((condition) => isMutedPerson(condition, fields, login));
  const toRow = (condition: Condition) => rowOf(condition, fields);
  return {
    match: match === 'any' ? 'any' : 'all',
    only: match === 'none' ? [] : conditions.map(toRow),
    never: exceptions.filter((condition) => condition !== bots && condition !== mine).map(toRow),
    muteBots: bots !== undefined,
    muteMine: mine !== undefined,
    login,
  };
}

function rowOf(condition: Condition, fields: readonly FilterField[]): Row {
  const { key } = newRow();
  const field = fields.find((one) => one.field === condition.field);
  const { operator, value } = condition;
  if (field === undefined || operator === 'above' || operator === 'below') return { key, kept: condition };
  const row = { key, field: field.field, operator };
  if (field.kind === 'yes or no') {
    const fits = typeof value === 'boolean' && operator === 'is';
    return fits ? { ...row, values: [value ? 'yes' : 'no'] } : { key, kept: condition };
  }
  if (Array.isArray(value)) return { ...row, values: value };
  return typeof value === 'string' ? { ...row, values: [value] } : { key, kept: condition };
}

function isMutedBots({ field, operator, value }: Condition, fields: readonly FilterField[]): boolean {
  return field === fieldOf('bot', fields)?.field && operator === 'is' && value === true;
}

function isMutedPerson(
  { field, operator, value }: Condition,
  fields: readonly FilterField[],
  login: string,
): boolean {
  const same = typeof value === 'string' && value.toLowerCase() === login.toLowerCase();
  return login !== '' && field === fieldOf('person', fields)?.field && operator === 'is' && same;
}

/** The field that tells who acted, or that a program did. */
export function fieldOf(role: 'person' | 'bot', fields: readonly FilterField[]): FilterField | undefined {
  return fields.find((field) => field.role === role);
}
