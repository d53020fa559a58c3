import { Badge, makeStyles, Text, tokens } from '@fluentui/react-components';
import { lazy } from 'react';
import type { Configuration } from '../../server/configurations/schema.ts';
import type { Api } from '../shared/api.ts';
import { useWords } from '../shared/language.ts';
import { Time } from '../shared/time.tsx';
import { timingOf } from '../shared/when/timing.ts';
import { WhenSaid } from '../shared/when/when-said.tsx';
import { useWhenWords } from '../shared/when/when-words.ts';
import { Disclosure } from './disclosure.tsx';
import { useChannelWords } from './words.ts';

/** Seldom opened. */
const ChangesList = lazy(async () => ({ default: (await import('./changes-list.tsx')).ChangesList }));

const useStyles = makeStyles({
  facts: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, max-content) minmax(0, 1fr)',
    columnGap: tokens.spacingHorizontalL,
    rowGap: tokens.spacingVerticalXS,
    margin: 0,
    '@media (max-width: 420px)': { gridTemplateColumns: 'minmax(0, 1fr)' },
  },
  muted: { color: tokens.colorNeutralForeground2 },
  value: { margin: 0 },
});

interface ChannelSummaryProps {
  configuration: Configuration;
  /** Titles of the events that the channel gets. */
  events: string[];
  api: Api;
}

/** What the channel gets and when, where it goes, and who changed that last. */
export function ChannelSummary({ configuration, events, api }: ChannelSummaryProps) {
  const styles = useStyles();
  const { config } = useWords();
  const words = useChannelWords();
  const when = useWhenWords();
  const { id, version, destination, updatedByName, updatedAt } = configuration;
  return (
    <>
      <dl className={styles.facts}>
        <dt className={styles.muted}>{words.gets}</dt>
        <dd className={styles.value}>{events.join(' · ')}</dd>
        <dt className={styles.muted}>{when.title}</dt>
        <dd className={styles.value}>
          <WhenSaid api={api} timing={timingOf(configuration)} />
        </dd>
        <dt className={styles.muted}>{words.to}</dt>
        <dd className={styles.value}>
          {destination === undefined
            ? words.nowhere
            : `${config.recognised[destination.kind]} (${destination.label})`}
        </dd>
      </dl>
      <Text size={200} className={styles.muted}>
        {words.updated(updatedByName)}, <Time at={updatedAt} />.
      </Text>
      <Disclosure title={words.changes.title}>
        {/* With each change there is one more. */}
        <ChangesList key={version} configurationId={id} api={api} />
      </Disclosure>
    </>
  );
}

const STATE_COLOURS = { active: 'success', paused: 'warning', broken: 'danger', removed: 'subtle' } as const;

const useTitleStyles = makeStyles({
  root: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: tokens.spacingHorizontalM },
  title: { margin: 0 },
});

/** The channel's name, and its state in colour and words. */
export function ChannelTitle({ name, state }: Pick<Configuration, 'name' | 'state'>) {
  const styles = useTitleStyles();
  const { states } = useWords();
  return (
    <header className={styles.root}>
      <Text as="h1" size={500} weight="semibold" className={styles.title}>
        {name}
      </Text>
      <Badge appearance="tint" size="large" color={STATE_COLOURS[state]}>
        {states[state]}
      </Badge>
    </header>
  );
}
