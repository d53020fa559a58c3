import type { Pool } from 'pg';
import type { Connector } from '../../manifest/connector.ts';
import { ProblemError } from '../problem.ts';
import { createBatcher } from '../storage/batcher.ts';
import { acceptEvents } from './accept.ts';
import { unknownEventTypes } from './catalog.ts';
import type { Event } from './event.ts';
import type { Receipt } from './schema.ts';

/** Takes events in, whatever way they came. */
export interface Intake {
  /**
   * Stores events with their deliveries and sees to it that these are delivered. Throws ProblemError
   * `unknown-event-type` when the connector does not offer a type: then nothing is stored.
   */
  take(events: readonly Event[]): Promise<Receipt[]>;
}

export interface IntakeOptions {
  pool: Pool;
  connector: Connector;
  /** Hears of every event that was stored, before anybody is woken for it. */
  onAccepted(id: bigint, event: Event): void;
  /** Tells the delivery room that these configurations have work. May be lost: a sweep finds it again. */
  wake(configurationIds: readonly string[]): Promise<void>;
}

/** Requests that come at the same time share a statement; two of these may run side by side. */
const BATCH = { size: 50, concurrency: 2 };

export function createIntake({ pool, connector, onAccepted, wake }: IntakeOptions): Intake {
  const accept = createBatcher<readonly Event[], Receipt[]>(async (requests) => {
    const { receipts, accepted, configurationIds } = await acceptEvents(pool, requests.flat());
    for (const { id, event } of accepted) onAccepted(id, event);
    // Not waited for: the events are committed, and that is what is acknowledged.
    void wake(configurationIds);
    let taken = 0;
    return requests.map(({ length }) => {
      taken += length;
      return receipts.slice(taken - length, taken);
    });
  }, BATCH);

  return {
    async take(events) {
      refuseUnknownTypes(connector, events);
      return accept(events);
    },
  };
}

function refuseUnknownTypes(connector: Connector, events: readonly Event[]): void {
  const unknown = new Set(
    unknownEventTypes(
      connector,
      events.map(({ type }) => type),
    ),
  );
  if (unknown.size === 0) return;
  const fields = events.flatMap(({ type }, index) =>
    unknown.has(type) ? [{ pointer: `/${index}/type`, detail: 'is not offered by this connector.' }] : [],
  );
  throw new ProblemError(
    'unknown-event-type',
    `No channel can choose ${[...unknown].map((type) => `"${type}"`).join(', ')}. ` +
      'GET /api/connector lists the types; new ones are declared in manifest/connector.ts.',
    fields,
  );
}
