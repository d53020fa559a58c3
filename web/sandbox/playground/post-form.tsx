import { Button, Field, Input, makeStyles, Select, Subtitle2, tokens } from '@fluentui/react-components';
import { type FormEvent, useState } from 'react';
import type { Draft, PostDraft } from '../../../server/sandbox/playground/schema.ts';
import type { SandboxChannel } from '../../../server/sandbox/schema.ts';
import { api } from '../api.ts';
import { requestFailureWords } from '../failure-words.ts';
import { useWords } from '../words.tsx';

const KINDS = ['workflow', 'connector'] as const;
const REAL = 'real';

const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalS },
  button: { alignSelf: 'start' },
  result: { minHeight: '20px', overflowWrap: 'anywhere' },
});

/** Posts what stands in the editor: to a channel of the sandbox, or to a real address. */
export function PostForm({ draft, channels }: { draft: Draft; channels: readonly SandboxChannel[] }) {
  const words = useWords();
  const { playground } = words;
  const styles = useStyles();
  const targets = channels.flatMap(({ id, name }) =>
    KINDS.map((kind) => ({
      value: `${kind} ${id}`,
      label: playground.channel(name, playground.kinds[kind]),
      to: { channelId: id, kind },
    })),
  );
  const [chosen, setChosen] = useState('');
  const [url, setUrl] = useState('');
  const [busy, setBusy] = useState(false);
  const [result, setResult] = useState('');
  const real = chosen === REAL;
  const target = targets.find(({ value }) => value === chosen) ?? targets[0];
  const to: PostDraft['to'] | undefined = real ? { url: url.trim() } : target?.to;

  async function post(event: FormEvent): Promise<void> {
    event.preventDefault();
    if (!to) return;
    setBusy(true);
    setResult('');
    try {
      const { verdict, words: said } = await api.post({ ...draft, to });
      setResult(`${playground.verdicts[verdict]} ${said}`);
    } catch (error) {
      setResult(requestFailureWords(words, error));
    }
    setBusy(false);
  }

  return (
    <form className={styles.root} onSubmit={post}>
      <Subtitle2 as="h2">{playground.posting}</Subtitle2>
      <Field label={playground.to}>
        <Select
          value={real ? REAL : (target?.value ?? '')}
          onChange={(_event, { value }) => setChosen(value)}
        >
          {targets.map(({ value, label }) => (
            <option key={value} value={value}>
              {label}
            </option>
          ))}
          <option value={REAL}>{playground.real}</option>
        </Select>
      </Field>
      {real && (
        <Field label={playground.address} hint={playground.addressHelp} required>
          <Input
            type="url"
            value={url}
            autoComplete="off"
            placeholder="https://"
            onChange={(_event, { value }) => setUrl(value)}
          />
        </Field>
      )}
      <Button
        className={styles.button}
        type="submit"
        appearance="primary"
        disabled={busy || !to || (real && url.trim() === '')}
      >
        {playground.post}
      </Button>
      <div className={styles.result} role="status">
        {result}
      </div>
    </form>
  );
}
