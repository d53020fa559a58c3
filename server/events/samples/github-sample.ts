import type { Event } from '../event.ts';
import { githubEvent } from '../sources/github.ts';
import { GITHUB_CALLS } from './github/calls.ts';

/**
 * An event of one of GitHub's types, read from a webhook call of our own making as a real one would be;
 * none when there is no such call.
 */
export function githubSample(type: string, now: Date): Event | undefined {
  const call = GITHUB_CALLS.get(type);
  if (!call) return undefined;
  const result = githubEvent({ ...call, delivery: `sample/${type}` }, now);
  return 'event' in result ? result.event : undefined;
}
