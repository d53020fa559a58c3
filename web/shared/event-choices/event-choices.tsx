import { Input, makeStyles, Text, tokens } from '@fluentui/react-components';
import { useId, useState } from 'react';
import { useWords } from '../language.ts';
import { EventGroup } from './event-group.tsx';
import { findEvents, type OfferedGroup } from './offered.ts';
import type { EventsOfLate } from './use-events-of-late.ts';

/** Fewer events than this are seen at a glance: they need no search, and no group of them is closed. */
const MANY = 12;

const useStyles = makeStyles({
  section: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', gap: tokens.spacingVerticalM },
  header: { display: 'flex', alignItems: 'baseline', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
  title: { margin: 0 },
  subtle: { color: tokens.colorNeutralForeground3 },
  missing: { color: tokens.colorPaletteRedForeground1 },
});

interface EventChoicesProps {
  groups: readonly OfferedGroup[];
  chosen: ReadonlySet<string>;
  /** How often events came lately, once that is known. */
  ofLate: EventsOfLate | undefined;
  disabled: boolean;
  onChange(chosen: ReadonlySet<string>): void;
}

/** The events that the connector offers, in its groups. What a search hides stays chosen. */
export function EventChoices({ groups, chosen, ofLate, disabled, onChange }: EventChoicesProps) {
  const styles = useStyles();
  const { choices, config } = useWords();
  const missingId = useId();
  const [search, setSearch] = useState('');
  const searching = search.trim() !== '';
  const found = searching ? findEvents(groups, search) : groups;
  const all = countOf(groups);
  return (
    <section className={styles.section}>
      <div className={styles.header}>
        <Text as="h2" size={400} weight="semibold" className={styles.title}>
          {config.events}
        </Text>
        <Text size={200} className={styles.subtle}>
          {config.chosen(chosen.size, all)}
        </Text>
      </div>
      {all > MANY && (
        <Input
          type="search"
          value={search}
          aria-label={choices.search}
          placeholder={choices.search}
          autoComplete="off"
          onChange={(_, data) => setSearch(data.value)}
        />
      )}
      <Text role="status" size={200} className={styles.subtle} hidden={!searching}>
        {searching && choices.found(countOf(found), search.trim())}
      </Text>
      {found.map((group) => (
        <EventGroup
          key={group.id}
          group={group}
          chosen={chosen}
          ofLate={ofLate}
          open={searching || all <= MANY}
          describedBy={chosen.size === 0 ? missingId : undefined}
          disabled={disabled}
          onChange={onChange}
        />
      ))}
      {chosen.size === 0 && (
        <Text id={missingId} size={200} className={styles.missing}>
          {config.eventsMissing}
        </Text>
      )}
    </section>
  );
}

function countOf(groups: readonly OfferedGroup[]): number {
  return groups.reduce((sum, { eventTypes }) => sum + eventTypes.length, 0);
}
