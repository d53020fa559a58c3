import type { Action } from '../cards/card.ts';
import type { Event } from '../events/event.ts';
import type { User } from '../identity/entra.ts';

/** What happened: who pressed which button, on the card of which event, in which channel. */
export interface Pressed {
  action: Action;
  person: User;
  channel: { name: string; teamName: string | null; channelName: string | null };
  event: Event;
  at: Date;
}

/**
 * The body that the operator's system gets, in the form that Standard Webhooks recommends. The event is named and
 * not repeated: its sender knows it.
 */
export function forwardedBody({ action, person, channel, event, at }: Pressed): string {
  const { source, id, type, subject, time } = event;
  return JSON.stringify({
    type: 'card.action',
    timestamp: at.toISOString(),
    data: {
      action: { id: action.id, title: action.title },
      person: { tenantId: person.tenantId, objectId: person.objectId, name: person.name },
      channel: {
        name: channel.name,
        ...(channel.teamName !== null && { teamName: channel.teamName }),
        ...(channel.channelName !== null && { channelName: channel.channelName }),
      },
      event: { source, id, type, ...(subject !== undefined && { subject }), time: time.toISOString() },
    },
  });
}
