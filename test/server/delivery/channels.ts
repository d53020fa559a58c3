import type { AttemptRecord } from '../../../server/delivery/record.ts';
import type { Configuration, Delivery, Prisma } from '../../../server/storage/generated/client.ts';
import { openStorage, type Storage } from '../../../server/storage/storage.ts';
import { addConfiguration } from '../../configuration-row.ts';
import { createTestDatabase } from '../../database.ts';
import { addDelivery } from '../../delivery-row.ts';

/** Channels with their deliveries on a database of their own. */
export interface Channels extends Storage {
  databaseUrl: string;
  /** Stores a configuration; answers its id. */
  add(change?: Partial<Prisma.ConfigurationCreateInput>): Promise<string>;
  /** Stores so many waiting deliveries; answers their ids in order. */
  wait(id: string, count: number, change?: Partial<Prisma.DeliveryUncheckedCreateInput>): Promise<bigint[]>;
  configuration(id: string): Promise<Configuration>;
  /** All of a configuration, in order. */
  deliveries(id: string): Promise<Delivery[]>;
}

export async function openChannels(): Promise<Channels> {
  const database = await createTestDatabase();
  const storage = openStorage({ databaseUrl: database.url, onError() {} });
  const { prisma } = storage;
  return {
    ...storage,
    databaseUrl: database.url,
    add: async (change) => (await addConfiguration(prisma, change)).id,
    async wait(id, count, change) {
      const ids: bigint[] = [];
      for (let index = 0; index < count; index += 1) {
        ids.push((await addDelivery(prisma, id, change)).id);
      }
      return ids;
    },
    configuration: (id) => prisma.configuration.findUniqueOrThrow({ where: { id } }),
    deliveries: (id) => prisma.delivery.findMany({ where: { configurationId: id }, orderBy: { id: 'asc' } }),
    async close() {
      await storage.close();
      await database.drop();
    },
  };
}

/** A good attempt at one delivery; `change` is what differs. */
export function attemptAt(
  configurationId: string,
  deliveryId: bigint,
  change: Partial<AttemptRecord> = {},
): AttemptRecord {
  return {
    configurationId,
    deliveryId,
    sealedUrl: 'sealed',
    startedAgoMs: 50,
    durationMs: 40,
    status: 202,
    judgement: { verdict: 'accepted', words: 'HTTP 202' },
    consequence: { state: 'sent', reason: 'accepted', holdMs: undefined, broken: false, exhausted: false },
    gapMs: 0,
    ...change,
  };
}
