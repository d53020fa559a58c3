import type { SeriesPoint } from '../../../server/operate/figures-schema.ts';
import { usePlotColours } from './plot-colours.ts';
import { PLOT, stack } from './scale.ts';
import type { SeriesName } from './series-name.ts';

type Counted = Exclude<SeriesName, 'p50Ms' | 'p95Ms' | 'p99Ms'>;

interface BarPlotProps {
  points: readonly SeriesPoint[];
  series: readonly Counted[];
}

/** Counts over time, standing on each other. The frame around it says in words what it shows. */
export function BarPlot({ points, series }: BarPlotProps) {
  const colours = usePlotColours();
  return (
    <g>
      {stack<Counted>(points, series).map(({ step, name, x, y, width, height }) => (
        <rect
          key={`${step} ${name}`}
          className={colours[name as Counted]}
          fill="currentColor"
          x={x}
          y={y}
          width={width}
          // What is little is seen, too.
          height={Math.max(1, Math.min(height, PLOT.height))}
        />
      ))}
    </g>
  );
}
