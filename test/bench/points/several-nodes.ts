import type { Figure } from '../figure.ts';
import type { Setting } from '../setting.ts';
import { oneByOneFigure } from './one-by-one.ts';
import { oneToManyFigure } from './one-to-many.ts';

/** Point i: a and c with so many nodes on the same machine, which share database, channels and requests. */
export async function measureSeveralNodes(
  { start }: Pick<Setting, 'start'>,
  fleets: readonly number[],
): Promise<Figure[]> {
  const figures: Figure[] = [];
  for (const nodes of fleets) {
    const subject = await start(nodes);
    for (const figure of [await oneToManyFigure(subject), await oneByOneFigure(subject)]) {
      figures.push({
        ...figure,
        point: 'i',
        what: `${figure.what}, ${nodes} ${nodes === 1 ? 'node' : 'nodes'}`,
      });
    }
    await subject.stop();
  }
  return figures;
}
