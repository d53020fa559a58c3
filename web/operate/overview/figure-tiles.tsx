import { makeStyles, Text, tokens } from '@fluentui/react-components';
import type { Overview } from '../../../server/operate/figures-schema.ts';
import { useSpeech } from '../../shared/language.ts';
import { hrefOf } from '../place.ts';
import { useRowStyles } from '../shell/row-styles.ts';
import { useOperateWords } from '../words.ts';
import { inWordsOfTime } from './age.ts';

const useStyles = makeStyles({
  tiles: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fill, minmax(min(100%, 240px), 1fr))',
    gap: tokens.spacingHorizontalM,
  },
  tile: {
    display: 'grid',
    alignContent: 'start',
    gap: tokens.spacingVerticalXS,
    padding: tokens.spacingHorizontalL,
    border: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusLarge,
  },
  title: { margin: 0 },
  facts: { listStyleType: 'none', margin: 0, padding: 0, display: 'grid', gap: tokens.spacingVerticalXS },
  number: { fontVariantNumeric: 'tabular-nums', fontWeight: tokens.fontWeightSemibold },
});

const STATES = ['active', 'paused', 'broken', 'removed'] as const;
const QUEUES = ['active', 'paused', 'broken'] as const;
/** The server counts no further. */
const MOST_FAILED = 10_000;

/** The figures of the overview, each leading to what it counts. */
export function FigureTiles({
  configurations,
  waiting,
  failed,
}: Pick<Overview, 'configurations' | 'waiting' | 'failed'>) {
  const styles = useStyles();
  const { link } = useRowStyles();
  const { locale } = useSpeech();
  const { overview: words } = useOperateWords();
  const number = (count: number) => new Intl.NumberFormat(locale).format(count);
  const failures = failed >= MOST_FAILED ? words.mostFailed : number(failed);
  return (
    <section className={styles.tiles} aria-label={words.figures}>
      <div className={styles.tile}>
        <Text as="h2" size={300} weight="semibold" className={styles.title}>
          {words.configurations}
        </Text>
        <ul className={styles.facts}>
          {STATES.map((state) => (
            <li key={state}>
              <a href={hrefOf('configurations', { state })} className={link}>
                <span className={styles.number}>{number(configurations[state])}</span> {words.states[state]}
              </a>
            </li>
          ))}
        </ul>
      </div>
      <div className={styles.tile}>
        <Text as="h2" size={300} weight="semibold" className={styles.title}>
          {words.waiting}
        </Text>
        <ul className={styles.facts}>
          {QUEUES.map((state) => (
            <li key={state}>
              <Text>
                <span className={styles.number}>{number(waiting[state].count)}</span>{' '}
                {words.waitingFor[state]}
                {waiting[state].count > 0 &&
                  `, ${words.oldest(inWordsOfTime(waiting[state].oldestSeconds, locale))}`}
              </Text>
            </li>
          ))}
        </ul>
      </div>
      <div className={styles.tile}>
        <Text as="h2" size={300} weight="semibold" className={styles.title}>
          {words.failed}
        </Text>
        <a
          href={hrefOf('deliveries', { state: 'failed' })}
          className={link}
          aria-label={`${words.failed}: ${failures}`}
        >
          <span className={styles.number}>{failures}</span>
        </a>
      </div>
    </section>
  );
}
