import { setTimeout as delay } from 'node:timers/promises';
import { monotonicMs } from '../../prove/rig/clock.ts';
import { below, never } from '../aims.ts';
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
  const seconds = bursts.map((run) => run.seconds);
  const outOfOrder = bursts.map((run) => run.outOfOrder);
  const refused = bursts.map((run) => run.refusedLater);
  return [
    {
      point: 'f',
      what: `${EVENTS} events to one channel`,
      unit: 's',
      runs: seconds,
      aim: below(median(seconds), LIMIT_S, 's'),
    },
    { point: 'f', what: 'out of order', unit: 'events', runs: outOfOrder, aim: never(outOfOrder) },
    { point: 'f', what: '429 after the first second', unit: 'answers', runs: refused, aim: never(refused) },
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
