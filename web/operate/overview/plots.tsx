import { Text } from '@fluentui/react-components';
import { useState } from 'react';
import type { Span } from '../../../server/operate/figures-schema.ts';
import { FailedNotice } from '../../shared/failed-notice.tsx';
import { useSpeech } from '../../shared/language.ts';
import { LoadingPart } from '../../shared/loading.tsx';
import type { OperateApi } from '../operate-api.ts';
import { BarPlot } from '../plot/bar-plot.tsx';
import { LinePlot } from '../plot/line-plot.tsx';
import { PlotFrame } from '../plot/plot-frame.tsx';
import { Choice } from '../shell/choice.tsx';
import { useRowStyles } from '../shell/row-styles.ts';
import { useLive } from '../use-live.ts';
import { useOperateWords } from '../words.ts';

const SPANS = ['hour', 'day', 'week'] as const satisfies readonly Span[];
/** As old as the server's own figures may be. */
const EVERY_MS = 10_000;
const VERDICTS = ['posted', 'accepted', 'tryAgain', 'dead', 'cardWrong'] as const;
const LATENCIES = ['p50Ms', 'p95Ms', 'p99Ms'] as const;

/** Throughput and latency over time, drawn and as tables. */
export function Plots({ api }: { api: OperateApi }) {
  const { filters } = useRowStyles();
  const { locale, words: shared } = useSpeech();
  const { plots: words } = useOperateWords();
  const [span, setSpan] = useState<Span>('hour');
  const { value: series, error, retry } = useLive(span, EVERY_MS, () => api.readSeries(span));
  const number = new Intl.NumberFormat(locale);
  const duration = (ms: number) =>
    ms < 1_000
      ? new Intl.NumberFormat(locale, { style: 'unit', unit: 'millisecond' }).format(ms)
      : new Intl.NumberFormat(locale, {
          style: 'unit',
          unit: 'second',
          maximumSignificantDigits: 2,
        }).format(ms / 1_000);

  const points = series?.points ?? [];
  const totals = points.map((point) => VERDICTS.reduce((sum, verdict) => sum + point[verdict], 0));
  const total = totals.reduce((sum, count) => sum + count, 0);
  const slowest = Math.max(0, ...points.map(({ p99Ms }) => p99Ms ?? 0));
  return (
    <>
      <div className={filters}>
        <Choice
          label={words.span}
          value={span}
          options={SPANS.map((one) => [one, words.spans[one]])}
          onChange={(chosen) => setSpan(SPANS.find((one) => one === chosen) ?? 'hour')}
        />
      </div>
      {error !== undefined && <FailedNotice error={error} title={shared.common.failedTitle} retry={retry} />}
      {series === undefined ? (
        error === undefined && <LoadingPart />
      ) : (
        <>
          {series.every > 1 && <Text size={200}>{words.sampled(series.every)}</Text>}
          <PlotFrame
            title={`${words.throughput}, ${words.each[span]}`}
            summary={
              total === 0
                ? words.quiet(words.spans[span])
                : words.sum(number.format(total), words.spans[span])
            }
            points={points}
            series={VERDICTS}
            most={number.format(Math.max(0, ...totals))}
            format={number.format}
          >
            <BarPlot points={points} series={VERDICTS} />
          </PlotFrame>
          <PlotFrame
            title={`${words.latency}, ${words.each[span]}`}
            summary={total === 0 ? words.quiet(words.spans[span]) : words.slowest(duration(slowest))}
            points={points}
            series={LATENCIES}
            most={duration(slowest)}
            format={duration}
          >
            <LinePlot points={points} series={LATENCIES} />
          </PlotFrame>
        </>
      )}
    </>
  );
}
