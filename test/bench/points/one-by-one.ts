import { oneByOneAim } from '../aims.ts';
import { type Figure, repeat } from '../figure.ts';
import { inParallel } from '../in-parallel.ts';
import { REQUESTS_AT_A_TIME } from '../load.ts';
import { median, perSecond } from '../statistics.ts';
import type { Subject } from '../subject.ts';
import { untilArrived } from '../until-arrived.ts';

const UNIT = 'events/s';

/** Point c beside its floor. */
export async function measureOneByOne(subject: Subject): Promise<Figure[]> {
  const { options, floors } = subject;
  const floor: Figure = {
    point: 'floor',
    what: `durable path, ${options.channels} events to one channel each`,
    unit: UNIT,
    runs: await repeat(options.repeats, floors.oneByOne),
  };
  const ours = await oneByOneFigure(subject);
  return [floor, { ...ours, aim: oneByOneAim(median(ours.runs), median(floor.runs)) }];
}

export async function oneByOneFigure(subject: Subject): Promise<Figure> {
  const { channels, repeats } = subject.options;
  const runs = await repeat(repeats, () => oneByOne(subject));
  return { point: 'c', what: `${channels} events to one channel each`, unit: UNIT, runs };
}

/** Requests of one event each, to another channel each: events per second, from the first request to the last arrival. */
async function oneByOne({ fake, channels, load, nextNumber, settle }: Subject): Promise<number> {
  const { alone } = channels;
  const ms = await untilArrived(fake, alone.length, () =>
    inParallel(alone, REQUESTS_AT_A_TIME, ({ tenantId }) => load.send(nextNumber(), tenantId)),
  );
  await settle();
  return perSecond(alone.length, ms);
}
