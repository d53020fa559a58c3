import { randomUUID } from 'node:crypto';
import type { Event } from '../server/events/event.ts';

/** An event that a channel of tests listens to; `change` is what differs. */
export function event(change: Partial<Event> = {}): Event {
  return {
    source: 'https://tasks.example',
    id: randomUUID(),
    type: 'task.created',
    time: new Date('2026-11-21T10:00:00Z'),
    data: { title: 'Order the cake' },
    ...change,
  };
}

/** Several, with ids and titles by their number. */
export function events(count: number, change: Partial<Event> = {}): Event[] {
  const run = randomUUID();
  return Array.from({ length: count }, (_, index) =>
    event({ id: `${run}/${index}`, data: { title: `Task ${index}` }, ...change }),
  );
}

/** The event as a sender writes it. */
export function toCloudEvent({ tenantId, traceParent, ...event }: Event): Record<string, unknown> {
  return {
    specversion: '1.0',
    ...event,
    ...(tenantId !== undefined && { tenantid: tenantId }),
    ...(traceParent !== undefined && { traceparent: traceParent }),
  };
}

/** The numbers of the tasks on cards, whatever their format; NaN for a card without one. */
export const taskNumbers = (cards: readonly unknown[]): number[] =>
  cards.map((card) => Number(/Task (\d+)/.exec(JSON.stringify(card))?.[1]));
