import type { Arrival } from '../fake-teams/ledger.ts';
import type { DeliveryRecord, Evidence, JudgedChannel, SentEvent } from './evidence.ts';

/** What became of one event in one channel that wanted it. */
export interface Fate {
  event: SentEvent;
  channel: JudgedChannel;
  /** Requests that carried it, or were cut before anybody could read what they carried, in order of arrival. */
  requests: readonly Arrival[];
  /** Place of the first request that showed its number, in the order of all arrivals. */
  seenAt: number | undefined;
  /** Place of the first request that brought it into the channel, as a card of its own or within a summary. */
  postedAt: number | undefined;
  /** It came within a summary that need not name it. */
  folded: boolean;
  record: DeliveryRecord | undefined;
}

/** The fate of every event in every channel that wanted it, whether it was acknowledged or not. */
export function fatesOf(evidence: Evidence): Fate[] {
  const places = new Map(evidence.arrivals.map((arrival, place) => [arrival, place]));
  const place = (arrival: Arrival | undefined) => arrival && places.get(arrival);
  const arrivals = Map.groupBy(evidence.arrivals, ({ channel }) => channel);
  const deliveries = Map.groupBy(evidence.deliveries, ({ channel }) => channel);
  const events = Map.groupBy(evidence.events, ({ tenantId }) => tenantId);

  return evidence.channels.flatMap((channel) => {
    const requests = requestsByNumber(arrivals.get(channel.channel) ?? []);
    const records = deliveries.get(channel.channel) ?? [];
    const recordOf = new Map(records.map((record) => [record.number, record]));
    const summaries = summariesOf(arrivals.get(channel.channel) ?? [], recordOf);
    const wanted = (events.get(channel.tenantId) ?? []).filter((event) => wants(channel, event));
    return wanted.map((event): Fate => {
      const own = requests.get(event.number) ?? [];
      const record = recordOf.get(event.number);
      const summary = record?.state === 'folded' ? summaries.get(record.attemptId) : undefined;
      const posted = own.find((arrival) => arrival.posted && arrival.numbers.includes(event.number));
      return {
        event,
        channel,
        requests: own,
        seenAt: place(own.find(({ numbers }) => numbers.includes(event.number)) ?? summary),
        postedAt: place(posted ?? summary),
        folded: posted === undefined && summary !== undefined,
        record,
      };
    });
  });
}

function wants({ eventTypes, onlyStatus }: JudgedChannel, { type, status }: SentEvent): boolean {
  return eventTypes.includes(type) && (onlyStatus === undefined || status === onlyStatus);
}

/**
 * The requests that carried each number. One that was cut before it was read is counted for the next card of
 * the channel: a channel's cards come one after the other, so it was that card's.
 */
function requestsByNumber(arrivals: readonly Arrival[]): Map<number, Arrival[]> {
  const byNumber = new Map<number, Arrival[]>();
  let unread: Arrival[] = [];
  for (const arrival of arrivals) {
    unread.push(arrival);
    if (arrival.numbers.length === 0) continue;
    for (const number of arrival.numbers) {
      byNumber.set(number, [...(byNumber.get(number) ?? []), ...unread]);
    }
    unread = [];
  }
  return byNumber;
}

/**
 * The arrivals that were summaries, by the attempt that the delivery table names for them. The table alone
 * proves nothing: a summary counts only if it was posted and names deliveries of that very attempt.
 */
function summariesOf(
  arrivals: readonly Arrival[],
  recordOf: ReadonlyMap<number, DeliveryRecord>,
): Map<string | undefined, Arrival> {
  const summaries = new Map<string | undefined, Arrival>();
  for (const arrival of arrivals) {
    if (!arrival.posted || arrival.numbers.length < 2) continue;
    const attempts = new Set(
      arrival.numbers.flatMap((number) => {
        const record = recordOf.get(number);
        return record?.state === 'folded' && record.attemptId !== undefined ? [record.attemptId] : [];
      }),
    );
    for (const attempt of attempts) if (!summaries.has(attempt)) summaries.set(attempt, arrival);
  }
  return summaries;
}
