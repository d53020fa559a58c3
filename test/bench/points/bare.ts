import { type Figure, repeat } from '../figure.ts';
import type { Subject } from '../subject.ts';

/** What posting alone and storing alone would allow. */
export async function measureBare({ options: { repeats }, floors }: Subject): Promise<Figure[]> {
  return [
    { point: 'floor', what: 'posts in a loop', unit: 'posts/s', runs: await repeat(repeats, floors.post) },
    {
      point: 'floor',
      what: 'inserts one by one',
      unit: 'events/s',
      runs: await repeat(repeats, floors.insert),
    },
  ];
}
