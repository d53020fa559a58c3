import type { Arrival } from '../fake-teams/ledger.ts';
import type { Evidence, SentEvent } from './evidence.ts';

const TENANT = '00000000-0000-4000-8000-000000000001';
const GAP_MS = 1_000;

/**
 * The evidence of a run in which all went well: `events` events, a second apart, each acknowledged at once
 * and posted 50 ms later into both channels. Tests of the judge doctor it.
 */
export function honestRun(events: number): Evidence & { arrivals: Arrival[]; events: SentEvent[] } {
  const numbers = Array.from({ length: events }, (_, index) => index + 1);
  const channels = [0, 1];
  return {
    channels: channels.map((channel) => ({
      channel,
      tenantId: TENANT,
      eventTypes: ['task.created'],
      calm: true,
    })),
    events: numbers.map((number) => ({
      number,
      tenantId: TENANT,
      type: 'task.created',
      status: 'open',
      request: number,
      position: 0,
      sentAt: number * GAP_MS,
      acknowledgedAt: number * GAP_MS + 10,
    })),
    arrivals: numbers.flatMap((number) =>
      channels.map((channel) => arrivalOf(channel, number, number * GAP_MS + 50)),
    ),
    deliveries: numbers.flatMap((number) =>
      channels.map((channel) => ({
        channel,
        number,
        state: 'sent',
        tries: 1,
        attemptId: `${channel}-${number}`,
      })),
    ),
    attempts: new Map(channels.map((channel) => [channel, events])),
    disruptions: [],
    crashes: 0,
  };
}

/** A card of one event that was posted and answered well. */
export function arrivalOf(channel: number, number: number, at: number): Arrival {
  return { channel, at, numbers: [number], posted: true, told: true, answer: 'well' };
}
