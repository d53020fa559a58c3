import type { SeriesPoint } from '../../../server/operate/figures-schema.ts';
import { usePlotColours } from './plot-colours.ts';
import { linePath } from './scale.ts';
import type { SeriesName } from './series-name.ts';

interface LinePlotProps {
  points: readonly SeriesPoint[];
  series: readonly SeriesName[];
}

/** Values over time, each series a line. The frame around it says in words what it shows. */
export function LinePlot({ points, series }: LinePlotProps) {
  const colours = usePlotColours();
  const most = Math.max(0, ...points.flatMap((point) => series.map((name) => point[name] ?? 0)));
  return (
    <g fill="none" strokeWidth="2">
      {series.map((name) => (
        <path
          key={name}
          className={colours[name]}
          stroke="currentColor"
          vectorEffect="non-scaling-stroke"
          d={linePath(
            points.map((point) => point[name]),
            most,
          )}
        />
      ))}
    </g>
  );
}
