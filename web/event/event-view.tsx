import { Link, makeStyles, Text, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import type { EventDetail } from '../../server/configurations/event-schema.ts';
import { Heading } from '../shared/heading.tsx';
import { EventStory } from '../shared/story/event-story.tsx';
import { Time } from '../shared/time.tsx';
import { EventData } from './event-data.tsx';
import { FactList } from './fact-list.tsx';
import { useEventWords } from './words.ts';

const useStyles = makeStyles({
  section: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', gap: tokens.spacingVerticalS },
  title: { margin: 0 },
});

/** An event with all that is known of it. What others wrote is text, never markup. */
export function EventView({ configurationId, event }: { configurationId: string; event: EventDetail }) {
  const words = useEventWords();
  const { title, typeTitle, type, source, id, subject, time, acceptedAt, data, explanation } = event;
  return (
    <>
      <Heading title={title}>{typeTitle}</Heading>
      <Section title={words.story}>
        <EventStory steps={explanation.steps} />
      </Section>
      <Section title={words.facts}>
        <FactList
          facts={[
            [words.type, type],
            [words.source, source],
            [words.id, id],
            ...(subject === undefined ? [] : [[words.subject, subject] as const]),
            [words.time, <Time key="time" at={time} />],
            [words.acceptedAt, <Time key="acceptedAt" at={acceptedAt} />],
          ]}
        />
      </Section>
      <Section title={words.data}>
        {Object.keys(data).length === 0 ? <Text>{words.noData}</Text> : <EventData value={data} />}
      </Section>
      <Link href={`/channel?${new URLSearchParams({ id: configurationId })}`}>{words.toChannel}</Link>
    </>
  );
}

function Section({ title, children }: { title: string; children: ReactNode }) {
  const styles = useStyles();
  return (
    <section className={styles.section}>
      <Text as="h2" size={400} weight="semibold" className={styles.title}>
        {title}
      </Text>
      {children}
    </section>
  );
}
