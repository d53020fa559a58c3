import type { Figure } from '../figure.ts';
import type { Setting } from '../setting.ts';
import { oneByOneFigure } from './one-by-one.ts';
import { oneToManyFigure } from './one-to-many.ts';

/** So many nodes share the database, the channels and the requests. */
const FLEETS = [1, 2, 4];

/** Point i: a and c with one node and with several on the same machine. */
export async function measureSeveralNodes({ start }: Pick<Setting, 'start'>): Promise<Figure[]> {
  const figures: Figure[] = [];
  for (const nodes of FLEETS) {
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
