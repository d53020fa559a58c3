import { Checkbox, makeStyles, mergeClasses, Text, tokens } from '@fluentui/react-components';
import { useId, useState } from 'react';
import { useWords } from '../language.ts';
import { useCame } from './came.ts';
import { EventChoice } from './event-choice.tsx';
import { choose, type OfferedGroup, shareOf } from './offered.ts';
import type { EventsOfLate } from './use-events-of-late.ts';

const useStyles = makeStyles({
  group: {
    border: 'none',
    borderTop: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
    margin: 0,
    padding: `${tokens.spacingVerticalXS} 0 0`,
    minWidth: 0,
  },
  header: { display: 'flex', alignItems: 'center' },
  about: {
    display: 'flex',
    alignItems: 'center',
    flexWrap: 'wrap',
    flexGrow: 1,
    columnGap: tokens.spacingHorizontalS,
  },
  title: { fontWeight: tokens.fontWeightSemibold, color: tokens.colorNeutralForeground1 },
  counts: { color: tokens.colorNeutralForeground3 },
  toggle: {
    minWidth: '32px',
    minHeight: '32px',
    border: 'none',
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: 'transparent',
    color: tokens.colorNeutralForeground2,
    cursor: 'pointer',
    ':hover': { backgroundColor: tokens.colorNeutralBackground1Hover },
    ':focus-visible': { outline: `${tokens.strokeWidthThick} solid ${tokens.colorStrokeFocus2}` },
  },
  arrow: {
    display: 'inline-block',
    width: '7px',
    height: '7px',
    borderRight: '2px solid currentColor',
    borderBottom: '2px solid currentColor',
    transform: 'translateY(-2px) rotate(45deg)',
  },
  arrowUp: { transform: 'translateY(2px) rotate(225deg)' },
  tiles: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fill, minmax(min(100%, 280px), 1fr))',
    gap: tokens.spacingVerticalS,
    padding: `${tokens.spacingVerticalXS} 0 ${tokens.spacingVerticalM}`,
  },
});

interface EventGroupProps {
  group: OfferedGroup;
  chosen: ReadonlySet<string>;
  ofLate: EventsOfLate | undefined;
  /** Its events are shown whether the user opened it or not. */
  open: boolean;
  /** Names what is wrong with the choice as a whole. */
  describedBy: string | undefined;
  disabled: boolean;
  onChange(chosen: ReadonlySet<string>): void;
}

/** A group of events: one box for all of them, and a box for each once the group is open. */
export function EventGroup(props: EventGroupProps) {
  const { group, chosen, ofLate, open, describedBy, disabled, onChange } = props;
  const styles = useStyles();
  const { choices, config } = useWords();
  const came = useCame(ofLate);
  const id = useId();
  const share = shareOf(group, chosen);
  // What is chosen at first shall be seen; later the user alone opens and closes.
  const [opened, setOpened] = useState(share !== 'none');
  const shown = open || opened;
  const { eventTypes } = group;
  const count = eventTypes.filter(({ type }) => chosen.has(type)).length;
  const counts = [config.chosen(count, eventTypes.length), came(eventTypes.map(({ type }) => type))];
  return (
    <fieldset className={styles.group} aria-labelledby={`${id}-title`} aria-describedby={describedBy}>
      <div className={styles.header}>
        <div className={styles.about}>
          <Checkbox
            label={{ id: `${id}-title`, className: styles.title, children: group.title }}
            aria-describedby={`${id}-counts`}
            checked={share === 'some' ? 'mixed' : share === 'all'}
            disabled={disabled}
            onChange={(_, data) => onChange(choose(chosen, eventTypes, data.checked === true))}
          />
          <Text id={`${id}-counts`} size={200} className={styles.counts}>
            {counts.filter((part) => part !== undefined).join(' · ')}
          </Text>
        </div>
        {!open && (
          <button
            type="button"
            className={styles.toggle}
            aria-expanded={shown}
            aria-controls={shown ? `${id}-tiles` : undefined}
            aria-label={choices.eventsOf(group.title)}
            onClick={() => setOpened(!shown)}
          >
            <span className={mergeClasses(styles.arrow, shown && styles.arrowUp)} />
          </button>
        )}
      </div>
      {shown && (
        <div id={`${id}-tiles`} className={styles.tiles}>
          {eventTypes.map((eventType) => (
            <EventChoice
              key={eventType.type}
              eventType={eventType}
              chosen={chosen.has(eventType.type)}
              came={came([eventType.type])}
              disabled={disabled}
              onChange={(on) => onChange(choose(chosen, [eventType], on))}
            />
          ))}
        </div>
      )}
    </fieldset>
  );
}
