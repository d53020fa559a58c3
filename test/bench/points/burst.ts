import { setTimeout as delay } from 'node:timers/promises';
import { monotonicMs } from '../../prove/rig/clock.ts';
import { below } from '../aims.ts';
import type { Figure } from '../figure.ts';
import { median } from '../statistics.ts';
import type { Subject } from '../subject.ts';
import { untilArrived } from '../until-arrived.ts';

const EVENTS = 60;
const WITHIN_MS = 1_000;
const LIMIT_S = 25;

interface Burst {
  seconds: number;
  /** How many came before one that was sent earlier. */
  outOfOrder: number;
  /** How often the destination had to answer 429 after the first second. */
  refusedLater: number;
}

/** Point f: many events for one channel at once; its destination takes four per second and answers 429 beyond. */
export async function measureBurst(subject: Subject): Promise<Figure[]> {
  const bursts: Burst[] = [];
  // Each on a channel of its own, for a pace that is used up is part of what is measured.
  for (const { tenantId } of subject.channels.fresh) bursts.push(await burst(subject, tenantId));
  const figure = (what: string, unit: string, read: (burst: Burst) => number, limit: number): Figure => {
    const runs = bursts.map(read);
    return { point: 'f', what, unit, runs, aim: below(median(runs), limit, unit) };
  };
  return [
    figure(`${EVENTS} events to one channel`, 's', ({ seconds }) => seconds, LIMIT_S),
    figure('out of order', 'events', ({ outOfOrder }) => outOfOrder, 1),
    figure('429 after the first second', 'answers', ({ refusedLater }) => refusedLater, 1),
  ];
}

async function burst({ fake, load, nextNumber, settle }: Subject, tenantId: string): Promise<Burst> {
  let start = 0;
  const ms = await untilArrived(fake, EVENTS, async () => {
    start = monotonicMs();
    for (let index = 0; index < EVENTS; index += 1) {
      await delay(Math.max(0, start + (WITHIN_MS * index) / EVENTS - monotonicMs()));
      await load.send(nextNumber(), tenantId);
    }
  });
  const arrivals = await fake.call('arrivals');
  await settle();
  const posted = arrivals.filter((arrival) => arrival.posted).flatMap(({ numbers }) => numbers);
  const refused = arrivals.filter(({ answer }) => answer === 'too-fast');
  return {
    seconds: ms / 1_000,
    outOfOrder: posted.filter((number, index) => number < (posted[index - 1] ?? 0)).length,
    refusedLater: refused.filter(({ at }) => at - start > WITHIN_MS).length,
  };
}
