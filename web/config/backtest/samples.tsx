import { makeStyles, mergeClasses, Text, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import type { BacktestAnswer } from '../../../server/lookback/schema.ts';

import type { Api } from '../../shared/api.ts';
import { useSpeech } from '../../shared/language.ts';
import type { CardLook } from './card-look.ts';
import { PreviewCard } from './preview-card.tsx';
import { useBacktestWords } from './words.ts';

const useStyles = makeStyles({
  list: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr)',
    gap: tokens.spacingVerticalXS,
    margin: 0,
    padding: 0,
  },
  item: { listStyle: 'none' },
  button: {
    display: 'flex',
    flexWrap: 'wrap',
    justifyContent: 'space-between',
    columnGap: tokens.spacingHorizontalM,
    width: '100%',
    minHeight: '32px',
    padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalM}`,
    border: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground1,
    color: tokens.colorNeutralForeground1,
    fontFamily: tokens.fontFamilyBase,
    textAlign: 'start',
    cursor: 'pointer',
    ':hover': { backgroundColor: tokens.colorNeutralBackground1Hover },
    ':focus-visible': { outline: `${tokens.strokeWidthThick} solid ${tokens.colorStrokeFocus2}` },
  },
  title: { overflowWrap: 'anywhere', minWidth: 0 },
  open: { borderBottomLeftRadius: 0, borderBottomRightRadius: 0 },
  time: { color: tokens.colorNeutralForeground3 },
  card: { paddingTop: tokens.spacingVerticalXS },
});

interface SamplesProps {
  api: Api;
  samples: BacktestAnswer['samples'];
  /** How cards are drawn for this channel. */
  look: CardLook;
}

/** The newest events that pass; each opens as its card, the first one at once. */
export function Samples({ api, samples, look }: SamplesProps) {
  const styles = useStyles();
  const words = useBacktestWords();
  const { locale } = useSpeech();
  const [closed, setClosed] = useState<'first' | undefined>();
  const [opened, setOpened] = useState<string>();
  const [first] = samples;
  // As long as the user opens none, the newest one is shown, whichever that is now.
  const shown = samples.some(({ event }) => event === opened) ? opened : closed ? undefined : first?.event;
  const times = timesIn(locale, look.timeZone);
  const toggle = (event: string) => {
    const closes = event === shown;
    setOpened(closes ? undefined : event);
    setClosed(closes ? 'first' : undefined);
  };
  return (
    <ul className={styles.list} aria-label={words.samples}>
      {samples.map(({ event, title, time }) => (
        <li key={event} className={styles.item}>
          <button
            type="button"
            className={mergeClasses(styles.button, event === shown && styles.open)}
            aria-expanded={event === shown}
            onClick={() => toggle(event)}
          >
            <Text className={styles.title}>{title}</Text>
            <Text size={200} className={styles.time}>
              {times.format(new Date(time))}
            </Text>
          </button>
          {event === shown && (
            <div className={styles.card}>
              <PreviewCard api={api} wanted={{ event, ...look }} />
            </div>
          )}
        </li>
      ))}
    </ul>
  );
}

/** In the channel's time zone; in the browser's, where the browser does not know that one. */
function timesIn(locale: string, timeZone: string | undefined): Intl.DateTimeFormat {
  const options = { dateStyle: 'medium', timeStyle: 'short' } as const;
  try {
    return new Intl.DateTimeFormat(locale, timeZone === undefined ? options : { ...options, timeZone });
  } catch {
    return new Intl.DateTimeFormat(locale, options);
  }
}
