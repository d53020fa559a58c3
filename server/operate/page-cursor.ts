import { ProblemError } from '../problem.ts';

/** Where a page ended in a list that is ordered by a moment and, within it, by id. */
export interface Place {
  at: Date;
  id: string;
}

const CURSOR = /^(\d{1,15})\.([\w-]{1,40})$/;

export function writeCursor({ at, id }: Place): string {
  return `${at.getTime()}.${id}`;
}

/** Throws `invalid-request` for what no page gave. */
export function readCursor(cursor: string): Place {
  const [, ms, id] = CURSOR.exec(cursor) ?? [];
  if (ms === undefined || id === undefined) throw notOurs();
  return { at: new Date(Number(ms)), id };
}

/** The cursor of a list that is ordered by numbers. */
export function readNumber(cursor: string): bigint {
  // 18 digits fit into PostgreSQL's bigint, whatever they are.
  if (!/^\d{1,18}$/.test(cursor)) throw notOurs();
  return BigInt(cursor);
}

function notOurs(): ProblemError {
  return new ProblemError('invalid-request', 'Pass the "next" of the page before as cursor, unchanged.');
}
