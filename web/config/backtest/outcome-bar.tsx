import { makeStyles, mergeClasses, Text, tokens } from '@fluentui/react-components';
import { useEffect } from 'react';
import { useSpeech } from '../../shared/language.ts';
import { PlainButton } from '../../shared/plain-button.tsx';
import { outcomeOf, type Unit } from './outcome.ts';
import type { BacktestState } from './use-backtest.ts';
import { useBacktestWords } from './words.ts';

const useStyles = makeStyles({
  // Seen wherever in the choice above it somebody is.
  bar: {
    position: 'sticky',
    bottom: 0,
    zIndex: 1,
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: tokens.spacingHorizontalM,
    padding: `${tokens.spacingVerticalS} 0`,
    borderTop: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke1}`,
    backgroundColor: tokens.colorNeutralBackground1,
  },
  outcome: { fontWeight: tokens.fontWeightSemibold },
  stale: { opacity: 0.6 },
});

/** At least the height of the bar with two lines. */
const CLEAR = '72px';

/** What gets the focus is scrolled to where the bar does not cover it. */
function keepFocusClear() {
  const { style } = document.documentElement;
  style.scrollPaddingBottom = CLEAR;
  return () => {
    style.scrollPaddingBottom = '';
  };
}

interface OutcomeBarProps {
  backtest: BacktestState;
  again(): void;
  /** What arrives: a card for each event, or events together. */
  unit: Unit;
  /** Whether any event is chosen. */
  chosen: boolean;
}

/** How many cards the last days would have brought, in view while the choice changes. */
export function OutcomeBar({ backtest, again, unit, chosen }: OutcomeBarProps) {
  const { answer, error, asking } = backtest;
  const styles = useStyles();
  const words = useBacktestWords();
  const { locale } = useSpeech();
  useEffect(keepFocusClear, []);
  const unknown = error === undefined ? words.asking : words.failed;
  const outcome = answer ? outcomeOf(answer, words, locale, unit) : unknown;
  return (
    <div className={styles.bar}>
      <Text role="status" className={mergeClasses(styles.outcome, asking && styles.stale)} aria-busy={asking}>
        {chosen ? outcome : words.chooseFirst}
      </Text>
      {error !== undefined && !asking && (
        <PlainButton small onClick={again}>
          {words.again}
        </PlainButton>
      )}
    </div>
  );
}
