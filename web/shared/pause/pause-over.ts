import type { Configuration } from '../../../server/configurations/schema.ts';

/**
 * Whether a pause has come to its end. The server writes it down with the next event, so until then it still
 * calls the channel paused.
 */
export function isPauseOver({ state, pausedUntil }: Configuration, now: Date): boolean {
  return state === 'paused' && pausedUntil !== undefined && new Date(pausedUntil) <= now;
}
