import { type Finding, findingsOf } from '../finding.ts';
import type { HttpAnswer, Tried } from '../world.ts';

/** Tokens are taken for this long after their time: see server/identity/entra.ts. */
const TOKEN_TOLERANCE_MS = 60_000;
/** What clocks that are kept right never reach; `Date` headers are cut to the second. */
const NOTICEABLE_MS = 5_000;

export interface Clock {
  name: string;
  /** What it said, and what ours said then. */
  theirs: Date;
  ours: Date;
}

/** The clock of whoever answered, if the answer says the time. */
export function clockOf(name: string, answer: Tried<HttpAnswer>): Clock[] {
  if ('error' in answer) return [];
  const theirs = new Date(answer.value.headers.get('date') ?? Number.NaN);
  return Number.isNaN(theirs.getTime()) ? [] : [{ name, theirs, ours: answer.value.at }];
}

/** Whether this machine's clock agrees with another one. */
export function judgeClock({ name, theirs, ours }: Clock): Finding {
  const finding = findingsOf('time');
  const check = `Clock of ${name}`;
  const offMs = Math.abs(theirs.getTime() - ours.getTime());
  const off = `${(offMs / 1_000).toFixed(1)} s from this machine’s`;
  if (offMs < NOTICEABLE_MS) return finding('ok', check, off);
  return finding(
    offMs < TOKEN_TOLERANCE_MS ? 'warning' : 'failed',
    check,
    off,
    'Let both keep time over NTP: sign-in and schedules go by it.',
  );
}
