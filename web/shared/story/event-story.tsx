import { makeStyles, Text, tokens } from '@fluentui/react-components';
import type { Explanation } from '../../../server/configurations/explain-schema.ts';
import type { ConnectorOffer } from '../../../server/configurations/schema.ts';
import { useSpeech } from '../language.ts';
import { Time } from '../time.tsx';
import type { StepFacts } from './locales/en.ts';
import { useStoryWords } from './words.ts';

const useStyles = makeStyles({
  steps: { margin: 0, paddingInlineStart: tokens.spacingHorizontalXL, lineHeight: tokens.lineHeightBase400 },
  muted: { color: tokens.colorNeutralForeground2 },
});

interface EventStoryProps extends Pick<Explanation, 'steps'> {
  /** What filters can ask, for stories that a filter may have ended. */
  fields?: ConnectorOffer['filterFields'];
}

/** What became of the event, step by step, to where it is now. */
export function EventStory({ steps, fields = [] }: EventStoryProps) {
  const styles = useStyles();
  const words = useStoryWords();
  const { locale } = useSpeech();
  const format = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short' });
  const moment = (at: unknown) => {
    const date = new Date(String(at));
    return Number.isNaN(date.getTime()) ? '?' : format.format(date);
  };
  return (
    <ol className={styles.steps}>
      {steps.map(({ code, at, facts, text }) => (
        <li key={`${code} ${at}`}>
          {/* A step that only a newer server knows is told in the server's words. */}
          <Text>{words[code]?.(withTitle(facts, fields), moment) ?? text}</Text>{' '}
          {at !== undefined && (
            <Text size={200} className={styles.muted}>
              <Time at={at} />
            </Text>
          )}
        </li>
      ))}
    </ol>
  );
}

/** A field is called as it is where filters are made. One that is no longer offered keeps its own name. */
function withTitle(facts: StepFacts, fields: ConnectorOffer['filterFields']): StepFacts {
  const known = fields.find(({ field }) => field === facts.field);
  return known === undefined ? facts : { ...facts, field: known.title };
}
