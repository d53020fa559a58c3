import { setTimeout as delay } from 'node:timers/promises';
import { monotonicMs } from '../../prove/rig/clock.ts';
import { below } from '../aims.ts';
import { type Figure, repeat } from '../figure.ts';
import { median, percentile } from '../statistics.ts';
import type { Subject } from '../subject.ts';
import { untilArrived } from '../until-arrived.ts';

const EVENTS_PER_SECOND = 50;
const P50_LIMIT_MS = 8;
const P99_LIMIT_MS = 25;

/** Point d: how long a single event takes from the start of its request to the arrival of its card. */
export async function measureLatency(subject: Subject): Promise<Figure[]> {
  const [p50, p99] = await latencyFigures(subject);
  return [
    { ...p50, aim: below(median(p50.runs), P50_LIMIT_MS, 'ms') },
    { ...p99, aim: below(median(p99.runs), P99_LIMIT_MS, 'ms') },
  ];
}

export async function latencyFigures(subject: Subject): Promise<[p50: Figure, p99: Figure]> {
  const runs = await repeat(subject.options.repeats, () => latencies(subject));
  const figure = (name: string, share: number): Figure => ({
    point: 'd',
    what: `${EVENTS_PER_SECOND} events/s, sent to arrived, ${name}`,
    unit: 'ms',
    runs: runs.map((waits) => percentile(waits, share)),
  });
  return [figure('p50', 0.5), figure('p99', 0.99)];
}

/** Events at a steady rate, each to another channel: the wait of each, in milliseconds. */
async function latencies({ options, fake, channels, load, nextNumber, settle }: Subject): Promise<number[]> {
  const count = Math.round((options.latencyMs * EVENTS_PER_SECOND) / 1_000);
  const sentAt = new Map<number, number>();
  const send = async (number: number, tenantId: string) => {
    sentAt.set(number, await load.send(number, tenantId));
  };
  await untilArrived(fake, count, async () => {
    const start = monotonicMs();
    const requests: Promise<void>[] = [];
    for (let index = 0; index < count; index += 1) {
      await delay(Math.max(0, start + (1_000 * index) / EVENTS_PER_SECOND - monotonicMs()));
      const channel = channels.alone[index % channels.alone.length];
      if (channel) requests.push(send(nextNumber(), channel.tenantId));
    }
    await Promise.all(requests);
  });
  const arrivals = await fake.call('arrivals');
  await settle();
  return arrivals.flatMap(({ at, numbers }) => {
    const sent = sentAt.get(numbers[0] ?? -1);
    return sent === undefined ? [] : [at - sent];
  });
}
