import type { OfferedEventType } from '../../shared/event-choices/offered.ts';
import type { FilterField, Row } from './filter-draft.ts';
import { conditionOf } from './to-filter.ts';

/** What can be asked of at least one of the chosen events. */
export function offeredFields(
  fields: readonly FilterField[],
  chosen: readonly OfferedEventType[],
): FilterField[] {
  const held = new Set(chosen.flatMap(({ filterFields }) => filterFields));
  return fields.filter(({ field }) => held.has(field));
}

/**
 * The chosen events that a condition leaves out because they have nothing at its field: whoever asks for a
 * branch gets no issues. What is asked not to be so holds for them.
 */
export function typesLacking(
  row: Row,
  chosen: readonly OfferedEventType[],
  fields: readonly FilterField[],
): OfferedEventType[] {
  const condition = conditionOf(row, fields);
  if (condition === undefined || condition.operator === 'is not' || 'kept' in row) return [];
  return chosen.filter(({ filterFields }) => !filterFields.includes(condition.field));
}
