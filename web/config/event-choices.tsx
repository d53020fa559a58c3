import { makeStyles, Text, tokens } from '@fluentui/react-components';
import { useId } from 'react';
import type { ConnectorOffer } from '../../server/configurations/schema.ts';
import { useWords } from '../shared/language.ts';
import { EventChoice } from './event-choice.tsx';

const useStyles = makeStyles({
  section: { display: 'grid', gap: tokens.spacingVerticalL },
  title: { margin: 0 },
  group: { border: 'none', margin: 0, padding: 0, minWidth: 0 },
  legend: {
    display: 'flex',
    alignItems: 'baseline',
    gap: tokens.spacingHorizontalS,
    flexWrap: 'wrap',
    padding: 0,
    marginBottom: tokens.spacingVerticalS,
  },
  count: { color: tokens.colorNeutralForeground3 },
  tiles: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fill, minmax(min(100%, 280px), 1fr))',
    gap: tokens.spacingVerticalS,
  },
  missing: { color: tokens.colorPaletteRedForeground1 },
});

interface EventChoicesProps {
  groups: ConnectorOffer['eventGroups'];
  chosen: ReadonlySet<string>;
  disabled: boolean;
  onChange(chosen: ReadonlySet<string>): void;
}

/** The events that the connector offers, in its groups. */
export function EventChoices({ groups, chosen, disabled, onChange }: EventChoicesProps) {
  const styles = useStyles();
  const { config } = useWords();
  const missingId = useId();
  const toggle = (type: string, on: boolean) => {
    const next = new Set(chosen);
    if (on) next.add(type);
    else next.delete(type);
    onChange(next);
  };
  return (
    <section className={styles.section}>
      <Text as="h2" size={400} weight="semibold" className={styles.title}>
        {config.events}
      </Text>
      {groups.map(({ id, title, eventTypes }) => (
        <fieldset
          key={id}
          className={styles.group}
          aria-describedby={chosen.size === 0 ? missingId : undefined}
        >
          <legend className={styles.legend}>
            <Text weight="semibold">{title}</Text>
            <Text size={200} className={styles.count}>
              {config.chosen(eventTypes.filter(({ type }) => chosen.has(type)).length, eventTypes.length)}
            </Text>
          </legend>
          <div className={styles.tiles}>
            {eventTypes.map((eventType) => (
              <EventChoice
                key={eventType.type}
                eventType={eventType}
                chosen={chosen.has(eventType.type)}
                disabled={disabled}
                onChange={(on) => toggle(eventType.type, on)}
              />
            ))}
          </div>
        </fieldset>
      ))}
      {chosen.size === 0 && (
        <Text id={missingId} size={200} className={styles.missing}>
          {config.eventsMissing}
        </Text>
      )}
    </section>
  );
}
