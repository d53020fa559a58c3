import { Field, Input, makeStyles, Text, tokens } from '@fluentui/react-components';
import type { RecognisedDestination } from '../../server/configurations/schema.ts';
import { ApiError } from '../shared/api-error.ts';
import { explain } from '../shared/explain.ts';
import { useWords } from '../shared/language.ts';
import type { Words } from '../shared/locales/en.ts';
import { PlainButton } from '../shared/plain-button.tsx';
import type { Recognition } from './use-recognition.ts';

const useStyles = makeStyles({
  section: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', gap: tokens.spacingVerticalM },
  steps: {
    padding: `${tokens.spacingVerticalM} ${tokens.spacingHorizontalM}`,
    borderRadius: tokens.borderRadiusLarge,
    backgroundColor: tokens.colorNeutralBackground3,
  },
  summary: { cursor: 'pointer', fontWeight: tokens.fontWeightSemibold },
  list: {
    margin: `${tokens.spacingVerticalS} 0 0`,
    paddingInlineStart: tokens.spacingHorizontalXL,
    lineHeight: tokens.lineHeightBase300,
  },
});

interface AddressFieldProps {
  address: string;
  recognition: Recognition;
  /** Where cards go now; the field then only replaces it. */
  current: RecognisedDestination | undefined;
  disabled: boolean;
  onChange(address: string): void;
  onCheckAgain(): void;
}

/** The Workflow's address: tabs get none from their host, so the user pastes one. */
export function AddressField(props: AddressFieldProps) {
  const { address, recognition, current, disabled, onChange, onCheckAgain } = props;
  const styles = useStyles();
  const words = useWords();
  const { config } = words;
  const { state, message } = judge(recognition, words);
  return (
    <section className={styles.section}>
      {current !== undefined && (
        <Text>
          {config.postsTo} <strong>{current.label}</strong> ({config.recognised[current.kind]})
        </Text>
      )}
      <Field
        label={config.address}
        hint={current === undefined ? config.addressHint : config.addressReplaceHint}
        required={current === undefined}
        validationState={state}
        validationMessage={message}
      >
        <Input
          type="url"
          value={address}
          disabled={disabled}
          autoComplete="off"
          spellCheck={false}
          placeholder="https://"
          onChange={(_, data) => onChange(data.value)}
        />
      </Field>
      {canAskAgain(recognition) && (
        <PlainButton small onClick={onCheckAgain}>
          {config.checkAgain}
        </PlainButton>
      )}
      {/* Whoever has an address rarely wants another: the steps are there, but out of the way. */}
      <details className={styles.steps} open={current === undefined || current.retiredSince !== undefined}>
        <summary className={styles.summary}>{config.stepsTitle}</summary>
        <ol className={styles.list}>
          {config.steps.map((step) => (
            <li key={step}>{step}</li>
          ))}
        </ol>
      </details>
    </section>
  );
}

interface Judgement {
  state: 'none' | 'success' | 'warning' | 'error';
  message: string | null;
}

function judge(recognition: Recognition, words: Words): Judgement {
  const { config, common } = words;
  switch (recognition.status) {
    case 'empty':
      return { state: 'none', message: null };
    case 'checking':
      return { state: 'none', message: config.checking };
    case 'known': {
      const { kind, label } = recognition.destination;
      const known = config.recognisedAs(config.recognised[kind], label);
      return kind === 'workflow'
        ? { state: 'success', message: known }
        : { state: 'warning', message: `${known}. ${config.connectorRetired}` };
    }
    case 'failed': {
      const { what, todo } = explain(recognition.error, words);
      return { state: 'error', message: `${what} ${todo ?? common.tryAgainSentence}` };
    }
  }
}

/** The server gave no verdict: asking it again may help, changing the address does not. */
function canAskAgain(recognition: Recognition): boolean {
  if (recognition.status !== 'failed') return false;
  return !(recognition.error instanceof ApiError && recognition.error.code === 'webhook-url-refused');
}
