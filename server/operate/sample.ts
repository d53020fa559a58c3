import type { IdRange } from './ids-since.ts';

/** Rows that a look at figures reads at the most: some 100 ms of PostgreSQL's time. */
export const MOST_READ = 50_000;

export interface Sample {
  from: bigint;
  to: bigint;
  /** Every so many-th row is read, and stands for so many. */
  every: number;
}

/** Which rows to read of a range, however many there are. */
export function sampleOf({ from, to }: IdRange): Sample {
  const rows = to < from ? 0 : Number(to - from) + 1;
  return { from, to, every: Math.max(1, Math.ceil(rows / MOST_READ)) };
}
