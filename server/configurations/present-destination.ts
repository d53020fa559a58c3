import type { DestinationKind } from '../destinations/destination.ts';
import { retiredSince } from '../destinations/retirement.ts';
import type { RecognisedDestination } from './schema.ts';

/** What people may know of a webhook. */
export function presentDestination(kind: DestinationKind, label: string): RecognisedDestination {
  const since = retiredSince(kind);
  return { kind, label, ...(since !== undefined && { retiredSince: since }) };
}
