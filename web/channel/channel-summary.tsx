import { Badge, makeStyles, Text, tokens } from '@fluentui/react-components';
import type { Configuration } from '../../server/configurations/schema.ts';
import { useWords } from '../shared/language.ts';
import { Notice } from '../shared/notice.tsx';
import { Time } from '../shared/time.tsx';

const STATE_COLOURS = { active: 'success', paused: 'warning', broken: 'danger', removed: 'subtle' } as const;

const useStyles = makeStyles({
  top: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: tokens.spacingHorizontalM },
  title: { margin: 0 },
  facts: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, max-content) minmax(0, 1fr)',
    columnGap: tokens.spacingHorizontalL,
    rowGap: tokens.spacingVerticalXS,
    margin: 0,
    '@media (max-width: 420px)': { gridTemplateColumns: 'minmax(0, 1fr)' },
  },
  term: { color: tokens.colorNeutralForeground2 },
  value: { margin: 0 },
  muted: { color: tokens.colorNeutralForeground2 },
});

interface ChannelSummaryProps {
  configuration: Configuration;
  /** Titles of the events that the channel gets. */
  events: string[];
}

/** What the channel gets, where it goes, and whether it can. */
export function ChannelSummary({ configuration, events }: ChannelSummaryProps) {
  const styles = useStyles();
  const { channel, config, states } = useWords();
  const { name, state, stateReason, destination, updatedByName, updatedAt } = configuration;
  return (
    <>
      <header className={styles.top}>
        <Text as="h1" size={500} weight="semibold" className={styles.title}>
          {name}
        </Text>
        <Badge appearance="tint" size="large" color={STATE_COLOURS[state]}>
          {states[state]}
        </Badge>
      </header>
      {stateReason !== undefined && (
        <Notice
          intent={state === 'broken' ? 'error' : 'warning'}
          title={state === 'broken' ? config.brokenTitle : config.pausedTitle}
        >
          {channel.destinationSays(stateReason)}
        </Notice>
      )}
      <dl className={styles.facts}>
        <dt className={styles.term}>{channel.gets}</dt>
        <dd className={styles.value}>{events.join(' · ')}</dd>
        <dt className={styles.term}>{channel.to}</dt>
        <dd className={styles.value}>
          {destination === undefined
            ? channel.nowhere
            : `${config.recognised[destination.kind]} (${destination.label})`}
        </dd>
      </dl>
      <Text size={200} className={styles.muted}>
        {channel.updated(updatedByName)}, <Time at={updatedAt} />. {channel.edit}
      </Text>
    </>
  );
}
