import type { DestinationKind } from './destination.ts';

/** The day on which Microsoft had shut down Office 365 connectors in Teams; it took from the 18th. */
export const CONNECTORS_RETIRED_SINCE = '2026-05-22';

/**
 * Whether people are to be told that this destination is of a retired kind. It is told, never refused:
 * connectors of Outlook groups live on, and only an answer of the webhook proves that one is dead.
 */
export function isRetiredConnector(kind: DestinationKind, now: Date): boolean {
  return kind === 'connector' && now.getTime() >= Date.parse(CONNECTORS_RETIRED_SINCE);
}
