import { makeStyles, tokens } from '@fluentui/react-components';
import type { SeriesPoint } from '../../../server/operate/figures-schema.ts';
import { Time } from '../../shared/time.tsx';
import { useOperateWords } from '../words.ts';
import type { SeriesName } from './series-name.ts';

const useStyles = makeStyles({
  scroller: { maxHeight: '320px', overflow: 'auto' },
  table: { width: '100%', borderCollapse: 'collapse', fontSize: tokens.fontSizeBase200 },
  caption: { textAlign: 'start' },
  cell: {
    padding: tokens.spacingVerticalXS,
    borderTop: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
    textAlign: 'end',
    fontWeight: tokens.fontWeightRegular,
    fontVariantNumeric: 'tabular-nums',
  },
});

interface PlotTableProps {
  title: string;
  points: readonly SeriesPoint[];
  series: readonly SeriesName[];
  format(value: number): string;
}

/** All numbers of a plot, newest first; a step without any has no row. */
export function PlotTable({ title, points, series, format }: PlotTableProps) {
  const styles = useStyles();
  const { plots } = useOperateWords();
  const rows = points.filter((point) => series.some((name) => (point[name] ?? 0) > 0)).reverse();
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard.
    <section className={styles.scroller} tabIndex={0} aria-label={title}>
      <table className={styles.table}>
        <caption className={styles.caption}>{title}</caption>
        <thead>
          <tr>
            {[plots.time, ...series.map((name) => plots.series[name])].map((heading) => (
              <th key={heading} scope="col" className={styles.cell}>
                {heading}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((point) => (
            <tr key={point.at}>
              <th scope="row" className={styles.cell}>
                <Time at={point.at} />
              </th>
              {series.map((name) => (
                <td key={name} className={styles.cell}>
                  {format(point[name] ?? 0)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
