import type { Connector } from '../../manifest/connector.ts';
import { isTimeZone } from '../delivery/schedule.ts';
import { unknownEventTypes } from '../events/catalog.ts';
import { ProblemError } from '../problem.ts';

/** Throws `unknown-event-type` with a pointer to each type that the connector does not offer. */
export function refuseUnknownTypes(
  connector: Connector,
  eventTypes: readonly string[],
  pointerTo = (index: number) => `/eventTypes/${index}`,
): void {
  const unknown = new Set(unknownEventTypes(connector, eventTypes));
  if (unknown.size === 0) return;
  const fields = eventTypes.flatMap((type, index) =>
    unknown.has(type) ? [{ pointer: pointerTo(index), detail: 'is not offered by this connector.' }] : [],
  );
  throw new ProblemError(
    'unknown-event-type',
    'Choose among the types that GET /api/connector lists.',
    fields,
  );
}

/** Throws `invalid-request`; a time zone that was left out is none that is unknown. */
export function refuseUnknownTimeZone(timeZone: string | undefined): void {
  if (timeZone === undefined || isTimeZone(timeZone)) return;
  throw new ProblemError('invalid-request', 'Use the IANA name of a time zone, such as "Europe/Paris".', [
    { pointer: '/timeZone', detail: 'is no time zone that this server knows.' },
  ]);
}
