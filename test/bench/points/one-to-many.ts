import { below, oneToManyAim } from '../aims.ts';
import { type Figure, repeat } from '../figure.ts';
import { median, perSecond } from '../statistics.ts';
import type { Subject } from '../subject.ts';
import { untilArrived } from '../until-arrived.ts';

const UNIT = 'deliveries/s';
const MEBIBYTE = 2 ** 20;
const MEMORY_LIMIT_MIB = 250;

/** Point a beside its floor, and the memory that it leaves behind (of point g). */
export async function measureOneToMany(subject: Subject): Promise<Figure[]> {
  const { options, floors, node } = subject;
  const floor: Figure = {
    point: 'floor',
    what: `durable path, one event to ${options.channels} channels`,
    unit: UNIT,
    runs: await repeat(options.repeats, floors.oneToMany),
  };
  const ours = await oneToManyFigure(subject);
  const { residentBytes } = await node.calls.call('memory');
  const memory = residentBytes / MEBIBYTE;
  return [
    floor,
    { ...ours, aim: oneToManyAim(median(ours.runs), median(floor.runs)) },
    {
      point: 'g',
      what: 'memory after a',
      unit: 'MiB',
      runs: [memory],
      aim: below(memory, MEMORY_LIMIT_MIB, 'MiB'),
    },
  ];
}

export async function oneToManyFigure(subject: Subject): Promise<Figure> {
  const { channels, repeats } = subject.options;
  const runs = await repeat(repeats, () => oneToMany(subject));
  return { point: 'a', what: `one event to ${channels} channels`, unit: UNIT, runs };
}

/** One event to every channel of one tenant: deliveries per second, from the request to the last arrival. */
export async function oneToMany({ fake, channels, load, nextNumber, settle }: Subject): Promise<number> {
  const { tenantId, channels: crowd } = channels.crowd;
  const ms = await untilArrived(fake, crowd.length, () => load.send(nextNumber(), tenantId));
  await settle();
  return perSecond(crowd.length, ms);
}
