import { atLeast } from '../aims.ts';
import { type Figure, repeat } from '../figure.ts';
import { median } from '../statistics.ts';
import type { Subject } from '../subject.ts';
import { oneToMany } from './one-to-many.ts';

const ANSWER_MS = 100;
const LEAST = 2_000;
const UNIT = 'deliveries/s';
const MEBIBYTE = 2 ** 20;

/** Point b: as a, with destinations that take their time, and the most memory that the node ever held. */
export async function measureSlowDestinations(subject: Subject): Promise<Figure[]> {
  const { options, fake, node } = subject;
  await fake.call('slowDown', ANSWER_MS);
  const runs = await repeat(options.repeats, () => oneToMany(subject));
  await fake.call('slowDown', 0);
  const { peakBytes } = await node.calls.call('memory');
  return [
    {
      point: 'b',
      what: `the same, destinations take ${ANSWER_MS} ms`,
      unit: UNIT,
      runs,
      aim: atLeast(median(runs), LEAST, UNIT),
    },
    { point: 'b', what: 'most memory until then', unit: 'MiB', runs: [peakBytes / MEBIBYTE] },
  ];
}
