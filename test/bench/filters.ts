import type { Filter } from '../../server/configurations/filter-schema.ts';

/** One configuration in so many carries a filter. */
const ONE_IN = 5;

/** Three conditions, as people choose them; every event of the measurement passes. */
const PASSING: Filter = {
  match: 'all',
  conditions: [
    { field: 'status', operator: 'one of', value: ['open', 'done'] },
    { field: 'title', operator: 'contains', value: 'order' },
    { field: 'assignee', operator: 'is not', value: 'somebody@proof.example' },
  ],
};

/** The filter of a channel's configuration; most have none. */
export function filterOf(channel: number): Filter | undefined {
  return channel % ONE_IN === 0 ? PASSING : undefined;
}
