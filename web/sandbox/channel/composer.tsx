import {
  Button,
  Label,
  makeStyles,
  mergeClasses,
  Select,
  tokens,
  useId,
  useRestoreFocusTarget,
} from '@fluentui/react-components';
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

/** A real payload of a type that channels get unless somebody unticks it. */
const FIRST_SAMPLE: SampleId = 'github-pull-request-opened';

/** What became of the last event that was sent. */
type Outcome = { kind: 'answered'; result: SendResult } | { kind: 'unreachable'; error: unknown };

/** Sends events to the connector, as the systems of its operator would. */
export function Composer() {
  const words = useWords();
  const styles = useStyles();
  const label = useId('sample');
  const focusTarget = useRestoreFocusTarget();
  const [samples, setSamples] = useState<readonly SampleId[]>([]);
  const [chosen, setChosen] = useState<SampleId>(FIRST_SAMPLE);
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
      setOutcome({ kind: 'answered', result: await request() });
    } catch (error) {
      setOutcome({ kind: 'unreachable', error });
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
        <Button {...focusTarget} appearance="subtle" disabled={busy} onClick={() => setWriting(true)}>
          {words.writeOwn}
        </Button>
      </div>
      <div className={mergeClasses(styles.result, outcome && !isGood(outcome) && styles.bad)} role="status">
        {busy ? words.sending : outcome && outcomeWords(words, outcome)}
      </div>
      {writing && <OwnEventDialog onSend={sendOwn} onClose={() => setWriting(false)} />}
    </section>
  );
}

function isGood(outcome: Outcome): boolean {
  return outcome.kind === 'answered' && outcome.result.accepted;
}

function outcomeWords(words: Words, outcome: Outcome): string {
  if (outcome.kind === 'unreachable') return requestFailureWords(words, outcome.error);
  const { accepted, status, body } = outcome.result;
  if (!accepted) return words.notSent(status, readDetail(body));
  const { channels, ignored } = readReceipt(body);
  return ignored === undefined ? words.sent(channels) : words.ignored(ignored);
}
