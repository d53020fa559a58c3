import { describeMachine, type Machine } from '../prove/rig/machine.ts';
import { openWorkshop } from '../prove/rig/workshop.ts';
import { below } from './aims.ts';
import type { Figure } from './figure.ts';
import { insertOldRows } from './old-rows.ts';
import type { BenchOptions, Point } from './options.ts';
import { measureBacktest } from './points/backtest.ts';
import { measureBare } from './points/bare.ts';
import { measureBurst } from './points/burst.ts';
import { measureFullDatabase } from './points/full-database.ts';
import { measureLatency } from './points/latency.ts';
import { measureOneByOne } from './points/one-by-one.ts';
import { measureOneToMany } from './points/one-to-many.ts';
import { measureSeveralNodes } from './points/several-nodes.ts';
import { measureSlowDestinations } from './points/slow-destinations.ts';
import { prepareSetting } from './setting.ts';
import { median } from './statistics.ts';
import type { Subject } from './subject.ts';

export interface Measured {
  figures: Figure[];
  machine: Machine;
}

const START_LIMIT_S = 3;

/** Measures every point that was asked for, and what these are compared with. */
export async function bench(
  options: BenchOptions,
  say: (line: string) => void = () => {},
): Promise<Measured> {
  const workshop = openWorkshop();
  try {
    const setting = await prepareSetting(options, workshop);
    const figures: Figure[] = [];
    const add = (more: readonly Figure[]) => {
      figures.push(...more);
      for (const { point, what, runs, unit } of more) {
        say(`${point}: ${what}: ${runs.map((run) => run.toFixed(1)).join(', ')} ${unit}`);
      }
    };
    const starts: number[] = [];
    const start = async () => {
      const subject = await setting.start();
      starts.push(subject.node.startMs / 1_000);
      return subject;
    };

    let subject = await start();
    for (const measure of chosenMeasures(options.only)) add(await measure(subject));
    if (options.only.has('e')) {
      await subject.stop();
      say('filling the database');
      await insertOldRows(setting.storage.pool, {
        deliveries: options.oldDeliveries,
        configurations: options.oldConfigurations,
      });
      subject = await start();
      add(await measureFullDatabase(subject, figures));
    }
    while (options.only.has('g') && starts.length < options.repeats) {
      await subject.stop();
      subject = await start();
    }
    if (options.only.has('g')) add([startFigure(starts)]);
    await subject.stop();
    if (options.only.has('i')) add(await measureSeveralNodes(setting, options.nodes));
    if (options.only.has('h')) add(await measureBacktest(setting.storage.pool, options.repeats));
    return { figures, machine: await describeMachine(setting.storage.pool) };
  } finally {
    await workshop.close();
  }
}

/** With each point, those that it is compared with: e looks back at a, c and d, and g at a. */
function chosenMeasures(only: ReadonlySet<Point>): ((subject: Subject) => Promise<Figure[]>)[] {
  const wants = (...points: Point[]) => points.some((point) => only.has(point));
  return [
    ...(wants('a', 'b', 'c', 'e', 'g') ? [measureBare] : []),
    ...(wants('a', 'e', 'g') ? [measureOneToMany] : []),
    ...(wants('b') ? [measureSlowDestinations] : []),
    ...(wants('c', 'e') ? [measureOneByOne] : []),
    ...(wants('d', 'e') ? [measureLatency] : []),
    ...(wants('f') ? [measureBurst] : []),
  ];
}

function startFigure(runs: number[]): Figure {
  const aim = below(median(runs), START_LIMIT_S, 's');
  return { point: 'g', what: 'from the start of the process to ready', unit: 's', runs, aim };
}
