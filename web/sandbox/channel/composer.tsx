import { Button, Label, makeStyles, mergeClasses, Select, tokens, useId } from '@fluentui/react-components';
import { SendRegular } from '@fluentui/react-icons';
import { useEffect, useState } from 'react';
import type { FreeEvent, SampleId, SendResult } from '../../../server/sandbox/schema.ts';
import { api } from '../api.ts';
import { OwnEventDialog } from '../dialogs/own-event-dialog.tsx';
import { requestFailureWords } from '../failure-words.ts';
import type { Words } from '../locales/en.ts';
import { useWords } from '../words.tsx';
import { readDetail, readReceipt } from './receipt.ts';

const useStyles = makeStyles({
  root: {
    flexShrink: 0,
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalL}`,
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground1,
    '@media (max-width: 480px)': { paddingInline: tokens.spacingHorizontalS },
  },
  row: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: tokens.spacingHorizontalS,
  },
  sample: { flexGrow: 1, minWidth: '160px', maxWidth: '360px' },
  result: { minHeight: '20px', marginTop: tokens.spacingVerticalXS, color: tokens.colorNeutralForeground2 },
  bad: { color: tokens.colorPaletteRedForeground1 },
});

/** What became of the last event that was sent, as words. */
interface Outcome {
  good: boolean;
  words: string;
}

/** Sends events to the connector, as the systems of its operator would. */
export function Composer() {
  const words = useWords();
  const styles = useStyles();
  const label = useId('sample');
  const [samples, setSamples] = useState<readonly SampleId[]>([]);
  const [chosen, setChosen] = useState<SampleId>('github-push');
  const [writing, setWriting] = useState(false);
  const [busy, setBusy] = useState(false);
  const [outcome, setOutcome] = useState<Outcome>();

  useEffect(() => {
    // Without the list nothing can be chosen, and the page says elsewhere that the server is silent.
    api.samples().then(setSamples, () => {});
  }, []);

  async function send(request: () => Promise<SendResult>): Promise<void> {
    setBusy(true);
    setOutcome(undefined);
    try {
      setOutcome(outcomeOf(words, await request()));
    } catch (error) {
      setOutcome({ good: false, words: requestFailureWords(words, error) });
    }
    setBusy(false);
  }

  function sendOwn(event: FreeEvent): void {
    setWriting(false);
    void send(() => api.sendEvent(event));
  }

  return (
    <section className={styles.root} aria-label={words.composer}>
      <div className={styles.row}>
        <Label htmlFor={label}>{words.sample}</Label>
        <Select
          id={label}
          className={styles.sample}
          value={chosen}
          onChange={(_event, data) => setChosen(samples.find((id) => id === data.value) ?? chosen)}
        >
          {samples.map((id) => (
            <option key={id} value={id}>
              {words.samples[id]}
            </option>
          ))}
        </Select>
        <Button
          appearance="primary"
          icon={<SendRegular />}
          disabled={busy || samples.length === 0}
          onClick={() => send(() => api.sendSample(chosen))}
        >
          {words.send}
        </Button>
        <Button appearance="subtle" disabled={busy} onClick={() => setWriting(true)}>
          {words.writeOwn}
        </Button>
      </div>
      <div className={mergeClasses(styles.result, outcome && !outcome.good && styles.bad)} role="status">
        {busy ? words.sending : outcome?.words}
      </div>
      {writing && <OwnEventDialog onSend={sendOwn} onClose={() => setWriting(false)} />}
    </section>
  );
}

function outcomeOf(words: Words, { accepted, status, body }: SendResult): Outcome {
  if (!accepted) return { good: false, words: words.notSent(status, readDetail(body)) };
  const { channels, ignored } = readReceipt(body);
  return { good: true, words: ignored === undefined ? words.sent(channels) : words.ignored(ignored) };
}
