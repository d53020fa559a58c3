import { randomUUID } from 'node:crypto';
import type { Delivery, Prisma, PrismaClient } from '../server/storage/generated/client.ts';

/** Stores an event and its delivery to a configuration, as if it had been accepted; `change` is what differs. */
export async function addDelivery(
  prisma: PrismaClient,
  configurationId: string,
  change: Partial<Prisma.DeliveryUncheckedCreateInput> = {},
): Promise<Delivery> {
  const at = change.createdAt ?? new Date();
  const event = await prisma.event.create({
    data: {
      source: 'https://tasks.example',
      sourceId: randomUUID(),
      type: 'task.created',
      time: at,
      receivedAt: at,
      data: { title: 'Order the cake' },
    },
  });
  return prisma.delivery.create({ data: { configurationId, eventId: event.id, ...change } });
}

/** Selects the deliveries of the event with this id of its sender's. */
export async function deliveriesOf(prisma: PrismaClient, sourceId: string) {
  const events = await prisma.event.findMany({ where: { sourceId } });
  return { eventId: { in: events.map((event) => event.id) } };
}
