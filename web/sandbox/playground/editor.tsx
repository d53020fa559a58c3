import { Button, Field, makeStyles, Radio, RadioGroup, Textarea, tokens } from '@fluentui/react-components';
import type { Draft } from '../../../server/sandbox/playground/schema.ts';
import { useWords } from '../words.tsx';
import { EXAMPLES, type ExampleId } from './examples.ts';

const MODES = ['event', 'card'] as const;

const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM, minWidth: 0 },
  examples: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: tokens.spacingHorizontalS },
  text: { minHeight: '420px', fontFamily: tokens.fontFamilyMonospace, fontSize: tokens.fontSizeBase200 },
  tidy: { alignSelf: 'start' },
});

export interface EditorProps {
  draft: Draft;
  /** Why no card comes of it; undefined when one does. */
  problem: string | undefined;
  onChange(change: Partial<Draft>): void;
}

/** The JSON of an event or a card. */
export function Editor({ draft, problem, onChange }: EditorProps) {
  const { playground } = useWords();
  const styles = useStyles();
  const tidy = tidied(draft.text);
  const names = playground.exampleNames;
  const ids = Object.keys(names).filter((id): id is ExampleId => Object.hasOwn(EXAMPLES, id));
  return (
    <div className={styles.root}>
      <div className={styles.examples}>
        {playground.examples}
        {ids.map((id) => (
          <Button
            key={id}
            size="small"
            aria-label={`${playground.examples} ${names[id]}`}
            onClick={() => onChange(EXAMPLES[id])}
          >
            {names[id]}
          </Button>
        ))}
      </div>
      <Field label={playground.mode}>
        <RadioGroup
          layout="horizontal"
          value={draft.mode}
          onChange={(_event, { value }) => onChange({ mode: value === 'card' ? 'card' : 'event' })}
        >
          {MODES.map((mode) => (
            <Radio key={mode} value={mode} label={playground.modes[mode]} />
          ))}
        </RadioGroup>
      </Field>
      <Field
        label={playground.editor}
        validationState={problem === undefined ? 'none' : 'error'}
        validationMessage={problem === undefined ? null : playground.problem(problem)}
      >
        <Textarea
          value={draft.text}
          resize="vertical"
          spellCheck={false}
          textarea={{ className: styles.text }}
          onChange={(_event, { value }) => onChange({ text: value })}
        />
      </Field>
      <Button
        className={styles.tidy}
        size="small"
        disabled={tidy === undefined || tidy === draft.text}
        onClick={() => onChange({ text: tidy ?? draft.text })}
      >
        {playground.tidy}
      </Button>
    </div>
  );
}

/** The same JSON, indented; nothing when it is none. */
function tidied(text: string): string | undefined {
  try {
    return JSON.stringify(JSON.parse(text), null, 2);
  } catch {
    return undefined;
  }
}
