import { numberMark } from './fake-teams/numbers.ts';

const SOURCE = 'https://proof.example';

/** An event's `id`. A request that is sent again has the same ones, so it counts once. */
function eventId(number: number): string {
  return `event-${number}`;
}

/** The number in an `id`. */
export function eventNumber(id: string): number {
  return Number(id.replace('event-', ''));
}

/** What half of the events have and filters can ask for. */
export type Status = 'open' | 'done';

export function statusOf(number: number): Status {
  return number % 2 === 0 ? 'open' : 'done';
}

/** A numbered event, as long as events are: its card has about 1,000 bytes. */
export function cloudEvent(number: number, type: string, tenantId: string) {
  return {
    specversion: '1.0',
    id: eventId(number),
    source: SOURCE,
    type,
    tenantid: tenantId,
    data: {
      title: `Order ${numberMark(number)}`,
      text: 'The shelf in the third aisle is empty again. Somebody should have a look before noon.',
      url: `https://proof.example/orders/${number}`,
      status: statusOf(number),
      assignee: 'Zoë Ferrand',
    },
  };
}
