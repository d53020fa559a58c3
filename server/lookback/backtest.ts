import { compileFilter } from '../configurations/filter.ts';
import { EVENT_DOCUMENT } from '../configurations/filter-document.ts';
import type { Filter } from '../configurations/filter-schema.ts';
import { LOOKBACK } from './limits.ts';
import type { Look } from './look.ts';
import { NEWEST_EVENTS, type Newest, newestValues } from './newest-events.ts';

export interface Backtest {
  /** How many events the filter was tried on. */
  tried: number;
  passed: number;
  /** Numbers of the newest that passed. */
  samples: bigint[];
}

/**
 * Tries a filter on the newest events, with the predicate and the document of the fan-out. Without a filter
 * every event passes, and none is read.
 */
export async function backtest(
  look: Look,
  newest: Newest,
  filter: Filter | undefined,
  signal: AbortSignal,
): Promise<Backtest> {
  const compiled = filter && compileFilter(filter);
  const [row] = await look<{ tried: number; passed: number; samples: string[] | null }>(
    `WITH ${NEWEST_EVENTS},
     passed AS MATERIALIZED (
       SELECT newest.id, newest.received_at
         FROM newest
        ${
          compiled
            ? `JOIN event ON event.id = newest.id
        WHERE jsonb_path_match(${EVENT_DOCUMENT}, $6::jsonpath, $7::jsonb, true)`
            : ''
        }
     )
     SELECT (SELECT count(*)::int FROM newest) AS tried,
            (SELECT count(*)::int FROM passed) AS passed,
            (SELECT array_agg(id ORDER BY received_at DESC, id DESC)
               FROM (SELECT * FROM passed ORDER BY received_at DESC, id DESC LIMIT ${LOOKBACK.samples}) AS shown
            ) AS samples`,
    [...newestValues(newest), ...(compiled ? [compiled.path, JSON.stringify(compiled.vars)] : [])],
    signal,
  );
  return {
    tried: row?.tried ?? 0,
    passed: row?.passed ?? 0,
    samples: (row?.samples ?? []).map(BigInt),
  };
}
