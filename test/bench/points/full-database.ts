import { fullDatabaseAim } from '../aims.ts';
import { type Figure, slowdown } from '../figure.ts';
import type { Subject } from '../subject.ts';
import { latencyFigures } from './latency.ts';
import { oneByOneFigure } from './one-by-one.ts';
import { oneToManyFigure } from './one-to-many.ts';

/** Point e: a, c and d again on a database that was filled meanwhile, compared with what they were before. */
export async function measureFullDatabase(subject: Subject, before: readonly Figure[]): Promise<Figure[]> {
  const figures = [
    await oneToManyFigure(subject),
    await oneByOneFigure(subject),
    ...(await latencyFigures(subject)),
  ];
  return figures.map((figure) => {
    const empty = before.find(({ point, what }) => point === figure.point && what === figure.what);
    if (!empty) throw new Error(`${figure.what} was not measured before`);
    return { ...figure, point: 'e', aim: fullDatabaseAim(slowdown(empty, figure)) };
  });
}
