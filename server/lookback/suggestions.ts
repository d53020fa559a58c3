import { FILTER_LIMITS } from '../configurations/filter-limits.ts';
import { LOOKBACK } from './limits.ts';
import type { Look } from './look.ts';
import { NEWEST_EVENTS, type Newest, newestValues } from './newest-events.ts';

/** A value that events had, and how many of them. */
export interface Suggestion {
  value: string;
  events: number;
}

/** The attributes of an event that are columns; all other fields are in its data. */
const COLUMNS: Record<string, string> = {
  '@type': 'event.type',
  '@source': 'event.source',
  '@subject': 'event.subject',
};

/**
 * The texts that the newest events have at a field, the most frequent first. Those that a filter could not
 * hold are left out.
 */
export async function findSuggestions(look: Look, newest: Newest, field: string): Promise<Suggestion[]> {
  const column = COLUMNS[field];
  return look<Suggestion>(
    `WITH ${NEWEST_EVENTS}
     SELECT value, count(DISTINCT id)::int AS events
       FROM (
              SELECT event.id, ${column ?? `found.value #>> '{}'`} AS value
                FROM newest
                JOIN event ON event.id = newest.id
               CROSS JOIN LATERAL jsonb_path_query(${column ? `'""'` : 'event.data'}, $6::jsonpath) AS found (value)
               WHERE jsonb_typeof(found.value) = 'string'
            ) AS held
      WHERE length(value) BETWEEN 1 AND $7 AND value !~ '[\\u0001-\\u001f\\u007f]'
      GROUP BY value
      ORDER BY events DESC, value
      LIMIT $8`,
    [...newestValues(newest), column ? '$' : pathTo(field), FILTER_LIMITS.valueLength, LOOKBACK.suggestions],
  );
}

/** Lax: a list gives its elements, what is no list gives itself. */
function pathTo(field: string): string {
  return `${['$', ...field.split('.').map((key) => JSON.stringify(key))].join('.')}[*]`;
}
