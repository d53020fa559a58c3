import type { Attempt } from './attempt.ts';
import type { FoldKind } from './lane-step.ts';

/** An attempt that is over, as it is told to whoever watches. */
export interface AttemptReport {
  /** Absent for a test of an address that nothing is saved for. */
  configurationId?: string;
  kind: 'single' | FoldKind | 'test';
  attempt: Attempt;
  /** How often the delivery was tried, this attempt counted; of a folded card, its first one. */
  tries: number;
  /** Its attempts are not used up, and another will follow. */
  willRetry: boolean;
  /** From the event's acceptance to the end of the attempt; of a folded card, its first one's; 0 for a test. */
  sinceAcceptanceMs: number;
  /** The events on the card; of a folded one, some of the first. */
  eventIds: readonly bigint[];
}
