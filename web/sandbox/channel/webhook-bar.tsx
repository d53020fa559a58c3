import { Button, Label, makeStyles, Select, tokens, useId } from '@fluentui/react-components';
import { CopyRegular, SendRegular } from '@fluentui/react-icons';
import { useState } from 'react';
import type { Installation, SandboxWebhook } from '../../../server/sandbox/schema.ts';
import { nameOf } from '../host/settings.ts';
import { useHosting } from '../hosting.tsx';
import { useWords } from '../words.tsx';

const useStyles = makeStyles({
  root: {
    flexShrink: 0,
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalL}`,
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground1,
    '@media (max-width: 480px)': { paddingInline: tokens.spacingHorizontalS },
  },
  row: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: tokens.spacingHorizontalS },
  choice: { flexGrow: 1, minWidth: '160px', maxWidth: '360px' },
  result: {
    minHeight: '20px',
    marginTop: tokens.spacingVerticalXS,
    color: tokens.colorNeutralForeground2,
    overflowWrap: 'anywhere',
  },
});

export interface WebhookBarProps {
  installations: readonly Installation[];
  workflows: readonly SandboxWebhook[];
}

/** The webhooks of a channel, for an app whose sender is somebody else's: their addresses, and a card to try. */
export function WebhookBar({ installations, workflows }: WebhookBarProps) {
  const words = useWords().alone;
  const styles = useStyles();
  const { app } = useHosting();
  const label = useId('webhook');
  const [chosenUrl, setChosenUrl] = useState('');
  const [result, setResult] = useState('');

  const webhooks = [
    ...installations.flatMap(({ webhookUrl, settings }) =>
      webhookUrl === undefined ? [] : [{ url: webhookUrl, name: nameOf(settings) ?? app.name }],
    ),
    ...workflows.map(({ url, name }) => ({ url, name })),
  ];
  const url = webhooks.find((webhook) => webhook.url === chosenUrl)?.url ?? webhooks[0]?.url;

  async function copy(address: string): Promise<void> {
    // Where copying is not allowed the address can still be read.
    const copied = await navigator.clipboard.writeText(address).then(
      () => true,
      () => false,
    );
    setResult(copied ? words.copied : address);
  }

  async function post(address: string): Promise<void> {
    const card = {
      '@type': 'MessageCard',
      summary: words.cardTitle,
      title: words.cardTitle,
      text: words.cardText,
    };
    try {
      const answer = await fetch(address, { method: 'POST', body: JSON.stringify(card) });
      setResult(words.answered(answer.status, await answer.text()));
    } catch {
      setResult(words.noAnswer);
    }
  }

  return (
    <section className={styles.root} aria-label={words.webhooks}>
      {url === undefined ? (
        words.noWebhooks
      ) : (
        <div className={styles.row}>
          <Label htmlFor={label}>{words.webhook}</Label>
          <Select
            id={label}
            className={styles.choice}
            value={url}
            onChange={(_event, { value }) => setChosenUrl(value)}
          >
            {webhooks.map((webhook) => (
              <option key={webhook.url} value={webhook.url}>
                {webhook.name}
              </option>
            ))}
          </Select>
          <Button icon={<CopyRegular />} onClick={() => copy(url)}>
            {words.copy}
          </Button>
          <Button appearance="primary" icon={<SendRegular />} onClick={() => post(url)}>
            {words.post}
          </Button>
        </div>
      )}
      <div className={styles.result} role="status">
        {result}
      </div>
    </section>
  );
}
