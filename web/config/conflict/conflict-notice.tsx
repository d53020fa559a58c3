import { makeStyles, Text, tokens } from '@fluentui/react-components';
import type { ConnectorOffer } from '../../../server/configurations/schema.ts';
import { useSpeech } from '../../shared/language.ts';
import { Notice } from '../../shared/notice.tsx';
import { PlainButton } from '../../shared/plain-button.tsx';
import { useWhenWords } from '../../shared/when/when-words.ts';
import type { Choice, ChoiceField } from '../choice.ts';
import { useFilterWords } from '../filter/words.ts';
import type { Conflict } from './conflict.ts';
import { useConflictWords } from './conflict-words.ts';
import { fieldText } from './field-text.ts';

const useStyles = makeStyles({
  list: { margin: 0, paddingInlineStart: tokens.spacingHorizontalL },
  group: {
    display: 'grid',
    gap: tokens.spacingVerticalXS,
    border: 'none',
    margin: `${tokens.spacingVerticalS} 0 0`,
    padding: 0,
    minWidth: 0,
  },
  legend: { padding: 0 },
  buttons: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
});

interface ConflictNoticeProps {
  conflict: Conflict;
  /** What the form holds now. */
  mine: Choice;
  offer: ConnectorOffer;
  onDecide(field: ChoiceField, whose: 'mine' | 'theirs'): void;
}

/** What others changed since the form was opened, field by field, and whose counts where both did. */
export function ConflictNotice({ conflict, mine, offer, onDecide }: ConflictNoticeProps) {
  const styles = useStyles();
  const { locale } = useSpeech();
  const words = useConflictWords();
  const whenWords = useWhenWords();
  const filterWords = useFilterWords();
  const { base, theirs, taken, open } = conflict;
  const name = theirs.updatedByName;
  const textOf = (field: ChoiceField, choice: Choice) =>
    fieldText(field, choice, base, { words, whenWords, filterWords, locale, offer });
  return (
    <Notice intent="warning" title={words.title(name)}>
      {taken.length > 0 && (
        <>
          <Text block>{words.taken}</Text>
          <ul className={styles.list}>
            {taken.map((field) => (
              <li key={field}>
                {words.fields[field]}: {textOf(field, theirs)}
              </li>
            ))}
          </ul>
        </>
      )}
      {open.length > 0 && <Text block>{words.open}</Text>}
      {open.map((field) => (
        <fieldset key={field} className={styles.group}>
          <legend className={styles.legend}>
            <Text weight="semibold">{words.fields[field]}</Text>
          </legend>
          <Text>{words.theirs(name, textOf(field, theirs))}</Text>
          <Text>{words.mine(textOf(field, mine))}</Text>
          <div className={styles.buttons}>
            <PlainButton small onClick={() => onDecide(field, 'theirs')}>
              {words.take(name)}
            </PlainButton>
            <PlainButton small onClick={() => onDecide(field, 'mine')}>
              {words.keep}
            </PlainButton>
          </div>
        </fieldset>
      ))}
      {open.length === 0 && <Text block>{words.decided}</Text>}
    </Notice>
  );
}
