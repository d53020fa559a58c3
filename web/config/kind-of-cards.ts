import type { Configuration, RecognisedDestination } from '../../server/configurations/schema.ts';
import type { HostKind } from './host-kind.ts';
import type { Recognition } from './use-recognition.ts';

/** The kind of webhook that cards are made for: the pasted one, else the stored one, else what this host gives. */
export function kindOfCards(
  hostKind: HostKind,
  recognition: Recognition,
  stored: Configuration | undefined,
): RecognisedDestination['kind'] {
  if (recognition.status === 'known') return recognition.destination.kind;
  return stored?.destination?.kind ?? (hostKind === 'connector' ? 'connector' : 'workflow');
}
