import { Link, makeStyles, Text, tokens } from '@fluentui/react-components';
import type { Configuration } from '../../../server/configurations/schema.ts';
import { useRemovalWords } from './words.ts';

const useStyles = makeStyles({
  list: { margin: 0, paddingInlineStart: tokens.spacingHorizontalXL, lineHeight: tokens.lineHeightBase300 },
  muted: { color: tokens.colorNeutralForeground2 },
});

interface RemovalEffectsProps {
  configuration: Configuration;
  /** Titles of the events that the channel gets. */
  events: string[];
  /** For so many days a removal can be undone. */
  keptDays: number;
  /** Where it can be undone is another page than this. */
  elsewhere?: boolean;
}

/** Says what a removal ends, what it leaves, and how it can be undone. */
export function RemovalEffects({ configuration, events, keptDays, elsewhere = false }: RemovalEffectsProps) {
  const styles = useStyles();
  const words = useRemovalWords();
  const { id, destination } = configuration;
  return (
    <>
      <Text>{words.body}</Text>
      <ul className={styles.list}>
        {events.map((title) => (
          <li key={title}>{title}</li>
        ))}
      </ul>
      <Text>{words.waiting}</Text>
      {destination?.kind === 'workflow' && <Text className={styles.muted}>{words.workflowStays}</Text>}
      <Text>
        {elsewhere ? words.undoElsewhere(keptDays) : words.undo(keptDays)}{' '}
        {elsewhere && (
          <Link inline href={`/channel?${new URLSearchParams({ id })}`} target="_blank" rel="noopener">
            {words.channelPage}
          </Link>
        )}
      </Text>
    </>
  );
}
