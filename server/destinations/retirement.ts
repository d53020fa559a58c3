import type { DestinationKind } from './destination.ts';

/** The day on which Microsoft had shut down Office 365 connectors in Teams; it took from the 18th. */
const CONNECTORS_RETIRED_SINCE = '2026-05-22';

/**
 * Since when destinations of this kind are retired in Teams. It is told, never refused: connectors of Outlook
 * groups live on, and only an answer of the webhook proves that one is dead.
 */
export function retiredSince(kind: DestinationKind): string | undefined {
  return kind === 'connector' ? CONNECTORS_RETIRED_SINCE : undefined;
}
