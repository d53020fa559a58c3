import type { Connector } from '../../manifest/connector.ts';
import { ProblemError } from '../problem.ts';
import type { PrismaClient } from '../storage/generated/client.ts';
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
  prisma: PrismaClient;
  connector: Connector;
  /** Tells the delivery room that these configurations have work. May be lost: a sweep finds it again. */
  wake(configurationIds: readonly string[]): Promise<void>;
}

export function createIntake({ prisma, connector, wake }: IntakeOptions): Intake {
  return {
    async take(events) {
      refuseUnknownTypes(connector, events);
      const { receipts, configurationIds } = await acceptEvents(prisma, events);
      await wake(configurationIds);
      return receipts;
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
