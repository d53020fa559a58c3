import { Button, Field, Input, makeStyles, Text, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import { ApiError } from '../shared/api-error.ts';
import { explain } from '../shared/explain.ts';
import { Heading } from '../shared/heading.tsx';
import { useSpeech } from '../shared/language.ts';
import { Notice } from '../shared/notice.tsx';
import { useAction } from '../shared/use-action.ts';
import { useLoad } from '../shared/use-load.ts';
import { readOffer, readSandboxKey } from './operate-api.ts';
import { useOperateWords } from './words.ts';

const useStyles = makeStyles({
  form: { display: 'grid', gap: tokens.spacingVerticalL, maxWidth: '480px' },
  buttons: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
  how: { display: 'grid', gap: tokens.spacingVerticalXS, color: tokens.colorNeutralForeground2 },
  command: { fontFamily: tokens.fontFamilyMonospace, overflowWrap: 'anywhere' },
});

const KEY = /^cw_[\w-]{20,100}$/;
const COMMAND = 'npm run -s cli -- keys create --name "Operations" --scope operate';

interface SignInFormProps {
  /** Why somebody who was signed in is no longer. */
  refusal: unknown;
  /** Fails when the server does not take it. */
  onKey(key: string): Promise<void>;
}

/** Where the operator begins: one field for the key. */
export function SignInForm({ refusal, onKey }: SignInFormProps) {
  const styles = useStyles();
  const { language, words: shared } = useSpeech();
  const { signIn } = useOperateWords();
  const [key, setKey] = useState('');
  const [malformed, setMalformed] = useState(false);
  const { busy, error = refusal, run } = useAction();
  // Where the server is out of reach the form says so itself, once it is used.
  const [offer] = useLoad(() => readOffer(language));

  const submit = () => {
    const given = key.trim();
    setMalformed(!KEY.test(given));
    if (KEY.test(given)) void run(() => onKey(given));
  };
  const why = () => {
    if (error instanceof ApiError && error.code === 'api-key-refused') return signIn.refused;
    if (error instanceof ApiError && error.code === 'scope-missing') return signIn.scope;
    const { what, todo } = explain(error, shared);
    return `${what} ${todo ?? shared.common.tryAgainSentence}`;
  };
  return (
    <>
      <Heading title={signIn.title}>{signIn.intro}</Heading>
      {error !== undefined && !busy && <Notice intent="error">{why()}</Notice>}
      <form
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault();
          submit();
        }}
      >
        <Field
          label={signIn.label}
          hint={signIn.hint}
          {...(malformed && { validationMessage: signIn.malformed, validationState: 'error' as const })}
        >
          <Input
            type="password"
            value={key}
            autoComplete="off"
            spellCheck={false}
            onChange={(_, { value }) => setKey(value)}
          />
        </Field>
        <div className={styles.buttons}>
          <Button type="submit" appearance="primary" disabledFocusable={busy}>
            {signIn.submit}
          </Button>
          {offer.status === 'loaded' && offer.value.sandbox && (
            <Button disabledFocusable={busy} onClick={() => run(async () => onKey(await readSandboxKey()))}>
              {signIn.sandbox}
            </Button>
          )}
        </div>
      </form>
      <div className={styles.how}>
        <Text size={200}>{signIn.how}</Text>
        <Text size={200} className={styles.command}>
          {COMMAND}
        </Text>
      </div>
    </>
  );
}
