import type { Aim } from './aims.ts';
import type { Point } from './options.ts';
import { median } from './statistics.ts';

/** One line of the report: something that was measured several times. */
export interface Figure {
  point: Point | 'floor';
  what: string;
  unit: string;
  /** The value of each run that counts. */
  runs: number[];
  /** What the middle value should be, and whether it is. */
  aim?: Aim;
}

/** Runs `work` once for warming up, then so many times for the record. */
export async function repeat<Result>(times: number, work: () => Promise<Result>): Promise<Result[]> {
  await work();
  const results: Result[] = [];
  while (results.length < times) results.push(await work());
  return results;
}

/** How many times slower something is than before; rates fall when it slows down, times grow. */
export function slowdown(before: Figure, now: Figure): number {
  const factor = median(now.runs) / median(before.runs);
  return now.unit === 'ms' ? factor : 1 / factor;
}
