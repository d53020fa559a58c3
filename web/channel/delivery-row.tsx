import { Badge, makeStyles, Text, tokens } from '@fluentui/react-components';
import type { DeliveryEntry } from '../../server/configurations/schema.ts';
import { useWords } from '../shared/language.ts';
import type { Words } from '../shared/locales/en.ts';
import { Time } from '../shared/time.tsx';
import { OUTCOME_COLOURS, outcomeOf } from './outcome.ts';

const useStyles = makeStyles({
  row: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr)',
    gap: tokens.spacingVerticalXXS,
    padding: `${tokens.spacingVerticalM} 0`,
    borderTop: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
  },
  first: { display: 'flex', flexWrap: 'wrap', alignItems: 'start', gap: tokens.spacingHorizontalS },
  title: { flexGrow: 1, flexBasis: '60%' },
  muted: { color: tokens.colorNeutralForeground2 },
});

/** One event and what became of it. */
export function DeliveryRow({ delivery }: { delivery: DeliveryEntry }) {
  const styles = useStyles();
  const { channel } = useWords();
  const outcome = outcomeOf(delivery);
  const { short, long } = channel.outcomes[outcome];
  const waiting = delivery.state === 'waiting';
  // For a card that was posted, Teams says "1".
  const words = outcome === 'posted' ? '' : (delivery.words ?? '');
  return (
    <li className={styles.row}>
      <div className={styles.first}>
        <Text weight="semibold" className={styles.title}>
          {delivery.event.title}
        </Text>
        <Badge appearance="tint" color={OUTCOME_COLOURS[outcome]}>
          {short}
        </Badge>
      </div>
      <Text size={200}>{reasonOf(delivery.reason, channel.reasons) ?? long}</Text>
      {delivery.noAnswer !== undefined && (
        <Text size={200} className={styles.muted}>
          {channel.noAnswers[delivery.noAnswer]}
        </Text>
      )}
      {words.length > 0 && (
        <Text size={200} className={styles.muted}>
          {channel.destinationSays(words)}
        </Text>
      )}
      <Text size={200} className={styles.muted}>
        <Time at={delivery.event.time} />
        {waiting && delivery.tries > 0 && (
          <>
            {' · '}
            {channel.tries(delivery.tries)}
          </>
        )}
        {outcome === 'retry' && (
          <>
            {' · '}
            {channel.nextTry} <Time at={delivery.dueAt} />
          </>
        )}
      </Text>
    </li>
  );
}

/** What a code of the server says that the outcome does not say already. */
function reasonOf(reason: string, reasons: Words['channel']['reasons']): string | undefined {
  return Object.hasOwn(reasons, reason) ? reasons[reason as keyof typeof reasons] : undefined;
}
