import { makeStyles, mergeClasses, Text, tokens } from '@fluentui/react-components';
import { type ReactNode, useId } from 'react';
import type { SeriesPoint } from '../../../server/operate/figures-schema.ts';
import { Time } from '../../shared/time.tsx';
import { Expander } from '../shell/expander.tsx';
import { useOperateWords } from '../words.ts';
import { usePlotColours } from './plot-colours.ts';
import { PlotTable } from './plot-table.tsx';
import { PLOT } from './scale.ts';
import type { SeriesName } from './series-name.ts';

const useStyles = makeStyles({
  root: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', gap: tokens.spacingVerticalXS, margin: 0 },
  title: { margin: 0 },
  muted: { color: tokens.colorNeutralForeground2 },
  plot: {
    display: 'block',
    width: '100%',
    height: '140px',
    borderTop: `${tokens.strokeWidthThin} dashed ${tokens.colorNeutralStroke2}`,
    borderBottom: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke1}`,
  },
  axis: { display: 'flex', justifyContent: 'space-between', gap: tokens.spacingHorizontalM },
  legend: {
    display: 'flex',
    flexWrap: 'wrap',
    columnGap: tokens.spacingHorizontalL,
    listStyleType: 'none',
    margin: 0,
    padding: 0,
  },
  entry: { display: 'flex', alignItems: 'center', gap: tokens.spacingHorizontalXS },
  swatch: {
    width: '12px',
    height: '12px',
    borderRadius: tokens.borderRadiusSmall,
    backgroundColor: 'currentColor',
  },
});

interface PlotFrameProps {
  title: string;
  /** What the plot shows, in a sentence. */
  summary: string;
  points: readonly SeriesPoint[];
  series: readonly SeriesName[];
  /** The value at the top. */
  most: string;
  format(value: number): string;
  /** What is drawn. */
  children: ReactNode;
}

/** A plot with its words: title, sentence, legend, and all its numbers as a table. */
export function PlotFrame({ title, summary, points, series, most, format, children }: PlotFrameProps) {
  const styles = useStyles();
  const colours = usePlotColours();
  const { plots } = useOperateWords();
  const id = useId();
  const [first] = points;
  const last = points.at(-1);
  return (
    <figure className={styles.root} aria-labelledby={id}>
      <Text as="h2" size={400} weight="semibold" id={id} className={styles.title}>
        {title}
      </Text>
      <Text size={200}>{summary}</Text>
      <ul className={styles.legend}>
        {series.map((name) => (
          <li key={name} className={styles.entry}>
            <span className={mergeClasses(styles.swatch, colours[name])} aria-hidden="true" />
            <Text size={200}>{plots.series[name]}</Text>
          </li>
        ))}
      </ul>
      <Text size={200} className={styles.muted}>
        {plots.most}: {most}
      </Text>
      <svg
        className={styles.plot}
        viewBox={`0 0 ${PLOT.width} ${PLOT.height}`}
        preserveAspectRatio="none"
        role="img"
        aria-label={`${title}. ${summary}`}
      >
        {children}
      </svg>
      <div className={styles.axis}>
        {[first, last].map(
          (point) =>
            point && (
              <Text key={point.at} size={200} className={styles.muted}>
                <Time at={point.at} />
              </Text>
            ),
        )}
      </div>
      <Expander title={plots.table} name={`${plots.table}: ${title}`}>
        <PlotTable title={title} points={points} series={series} format={format} />
      </Expander>
    </figure>
  );
}
