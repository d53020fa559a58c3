/** What is measured: one part of the way to a working installation. */
type Topic =
  | 'settings'
  | 'address'
  | 'server'
  | 'package'
  | 'sign-in'
  | 'database'
  | 'keys'
  | 'time'
  | 'webhooks'
  | 'publishing';

/**
 * `failed`: it does not work so. `warning`: it works, and will give trouble. `person`: nothing here can measure it,
 * and somebody has to look. `skipped`: it could not be looked at, because of what stands above it.
 */
export type FindingState = 'ok' | 'warning' | 'failed' | 'person' | 'skipped';

export interface Finding {
  topic: Topic;
  state: FindingState;
  /** What was looked at. */
  check: string;
  /** What was found, or what somebody has to do. Holds no secret. */
  found: string;
  /** What to do about it, where something is to be done. */
  cure?: string;
}

/** Findings of one topic are made so. */
export function findingsOf(topic: Topic) {
  return (state: FindingState, check: string, found: string, cure?: string): Finding => ({
    topic,
    state,
    check,
    found,
    ...(cure !== undefined && { cure }),
  });
}
