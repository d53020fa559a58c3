/** The size of a plot in its own units; the page stretches it. */
export const PLOT = { width: 600, height: 140 } as const;

/** Where a value lies, from the top; `most` is at the top. */
function yOf(value: number, most: number): number {
  return most === 0 ? PLOT.height : PLOT.height - (value / most) * PLOT.height;
}

/** One bar of many that stand on each other. */
export interface Bar {
  step: number;
  name: string;
  x: number;
  y: number;
  width: number;
  height: number;
}

/** A bar for each value that is not nothing: those of a step stand on each other, in the order of `names`. */
export function stack<Name extends string>(
  points: readonly Readonly<Record<Name, number>>[],
  names: readonly Name[],
): Bar[] {
  const sums = points.map((point) => names.reduce((sum, name) => sum + point[name], 0));
  const most = Math.max(0, ...sums);
  const width = PLOT.width / Math.max(1, points.length);
  return points.flatMap((point, step) => {
    let below = 0;
    return names.flatMap((name): Bar[] => {
      if (point[name] === 0) return [];
      const top = below + point[name];
      const y = yOf(top, most);
      const bar = {
        step,
        name,
        x: step * width + width * 0.1,
        y,
        width: width * 0.8,
        height: yOf(below, most) - y,
      };
      below = top;
      return [bar];
    });
  });
}

/** The line through values, as an SVG path: it is broken where there is none, and one alone is a short dash. */
export function linePath(values: readonly (number | undefined)[], most: number): string {
  const width = PLOT.width / Math.max(1, values.length);
  let path = '';
  values.forEach((value, step) => {
    if (value === undefined) return;
    const y = yOf(value, most).toFixed(1);
    const middle = (step + 0.5) * width;
    const alone = values[step - 1] === undefined && values[step + 1] === undefined;
    if (alone) path += `M${(middle - width / 2).toFixed(1)} ${y}h${width.toFixed(1)}`;
    else path += `${values[step - 1] === undefined ? 'M' : 'L'}${middle.toFixed(1)} ${y}`;
  });
  return path;
}
