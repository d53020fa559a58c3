import type { Pool } from 'pg';
import { compileCondition, compileFilter } from '../../../server/configurations/filter.ts';
import { EVENT_DOCUMENT } from '../../../server/configurations/filter-document.ts';
import type { Condition, Filter } from '../../../server/configurations/filter-schema.ts';
import type { Event } from '../../../server/events/event.ts';

/** What filters look at. */
export type Subject = Pick<Event, 'type' | 'source' | 'subject' | 'data'>;

/** A filter or a condition, and the event that it is asked about. */
export interface Question {
  subject: Subject;
  asked: Filter | Condition;
}

/** PostgreSQL's answers, in the order asked, with one statement. Null would be "unknown". */
export async function answers(pool: Pool, questions: readonly Question[]): Promise<(boolean | null)[]> {
  const records = questions.map(({ subject, asked }, position) => ({
    position,
    ...subject,
    ...('match' in asked ? compileFilter(asked) : compileCondition(asked)),
  }));
  const { rows } = await pool.query<{ matches: boolean | null }>(
    `SELECT jsonb_path_match(${EVENT_DOCUMENT}, path::jsonpath, vars, true) AS matches
       FROM jsonb_to_recordset($1::jsonb) AS event (
              position int, type text, source text, subject text, data jsonb, path text, vars jsonb
            )
      ORDER BY position`,
    [JSON.stringify(records)],
  );
  return rows.map(({ matches }) => matches);
}
