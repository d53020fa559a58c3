import { ProblemError } from '../problem.ts';
import { LONGEST_PAUSE_SECONDS, type PauseRequest } from './delivery-schema.ts';

/**
 * Reads when a pause ends: a moment, milliseconds from now, or never. Throws `invalid-request` when both
 * were given, or a moment that is over or too far ahead.
 */
export function readPauseEnd(request: PauseRequest, now: Date): Date | number | undefined {
  const { until, for: seconds } = request;
  if (until !== undefined && seconds !== undefined) {
    throw new ProblemError('invalid-request', 'Give "until" or "for", not both.');
  }
  if (seconds !== undefined) return seconds * 1_000;
  if (until === undefined) return undefined;
  const end = new Date(until);
  const aheadMs = end.getTime() - now.getTime();
  if (aheadMs > 0 && aheadMs <= LONGEST_PAUSE_SECONDS * 1_000) return end;
  throw new ProblemError(
    'invalid-request',
    'Choose a moment within the next year, or leave it out to pause until somebody resumes.',
    [{ pointer: '/until', detail: aheadMs > 0 ? 'is more than a year ahead.' : 'is over.' }],
  );
}
