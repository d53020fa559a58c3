import { makeStyles, Text, tokens } from '@fluentui/react-components';
import { Heading } from '../shared/heading.tsx';
import { useWords } from '../shared/language.ts';
import type { WhatStops } from './what-stops.ts';

const useStyles = makeStyles({
  list: { margin: 0, paddingInlineStart: tokens.spacingHorizontalXL, lineHeight: tokens.lineHeightBase300 },
  muted: { color: tokens.colorNeutralForeground2 },
});

/** Says what the removal ends, and what it leaves. */
export function StopsList({ configuration, events }: WhatStops) {
  const styles = useStyles();
  const { remove } = useWords();
  return (
    <>
      <Heading title={remove.heading(configuration.name)}>{remove.body}</Heading>
      <ul className={styles.list}>
        {events.map((title) => (
          <li key={title}>{title}</li>
        ))}
      </ul>
      <Text>{remove.waiting}</Text>
      {configuration.destination?.kind === 'workflow' && (
        <Text className={styles.muted}>{remove.workflowStays}</Text>
      )}
    </>
  );
}
