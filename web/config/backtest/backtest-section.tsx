import { makeStyles, mergeClasses, Text, tokens } from '@fluentui/react-components';
import type { PreviewRequest } from '../../../server/previews/schema.ts';
import type { Api } from '../../shared/api.ts';
import { useSpeech } from '../../shared/language.ts';
import { PlainButton } from '../../shared/plain-button.tsx';
import { outcomeOf } from './outcome.ts';
import { PreviewCard } from './preview-card.tsx';
import { Samples } from './samples.tsx';
import type { BacktestState } from './use-backtest.ts';
import { useBacktestWords } from './words.ts';

const useStyles = makeStyles({
  section: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', gap: tokens.spacingVerticalM },
  title: { margin: 0 },
  outcome: { fontWeight: tokens.fontWeightSemibold },
  stale: { opacity: 0.6 },
  subtle: { color: tokens.colorNeutralForeground2 },
});

export interface BacktestSectionProps {
  api: Api;
  backtest: BacktestState;
  again(): void;
  /** The first of the chosen types: its made-up card is shown while nothing came. */
  firstType: string | undefined;
  /** How cards are drawn for this channel. */
  look: Pick<PreviewRequest, 'kind' | 'language' | 'timeZone'>;
}

/** How many cards the last days would have brought, and how they look. */
export function BacktestSection({ api, backtest, again, firstType, look }: BacktestSectionProps) {
  const styles = useStyles();
  const words = useBacktestWords();
  const { locale } = useSpeech();
  const { answer, error, asking } = backtest;
  const samples = answer?.samples ?? [];
  let outcome = words.chooseFirst;
  if (firstType !== undefined) {
    outcome = answer ? outcomeOf(answer, words, locale) : error === undefined ? words.asking : words.failed;
  }
  return (
    <section className={styles.section}>
      <Text as="h2" size={400} weight="semibold" className={styles.title}>
        {words.title}
      </Text>
      <Text role="status" className={mergeClasses(styles.outcome, asking && styles.stale)} aria-busy={asking}>
        {outcome}
      </Text>
      {error !== undefined && !asking && (
        <PlainButton small onClick={again}>
          {words.again}
        </PlainButton>
      )}
      {samples.length > 0 && <Samples api={api} samples={samples} look={look} />}
      {samples.length === 0 && firstType !== undefined && (
        <>
          <Text as="h3" weight="semibold" className={styles.title}>
            {words.preview}
          </Text>
          <Text size={200} className={styles.subtle}>
            {words.madeUp}
          </Text>
          <PreviewCard api={api} wanted={{ eventType: firstType, ...look }} />
        </>
      )}
    </section>
  );
}
