import { makeStyles, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import type { Api } from '../api.ts';
import { explain } from '../explain.ts';
import { useSpeech } from '../language.ts';
import { Notice } from '../notice.tsx';
import { PlainButton } from '../plain-button.tsx';
import { type Told, tellTest } from './tell-test.ts';
import { useTestWords } from './test-words.ts';

const useStyles = makeStyles({
  root: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', gap: tokens.spacingVerticalS },
});

interface TestCardButtonProps {
  api: Pick<Api, 'sendTest' | 'tryAddress'>;
  /** The configuration, where something is stored already. */
  id: string | undefined;
  /** An address to try in place of the stored one, with its host and last characters. */
  tried?: { url: string; label?: string } | undefined;
  /** A test of the stored address came to its end: it may have mended or broken the channel. */
  onTested?(): void;
}

/** Sends a real card and says what came of it. */
export function TestCardButton({ api, id, tried, onTested }: TestCardButtonProps) {
  const styles = useStyles();
  const { language, words } = useSpeech();
  const test = useTestWords();
  const [sending, setSending] = useState(false);
  const [told, setTold] = useState<Told>();

  const post = () =>
    id === undefined ? api.tryAddress(tried?.url ?? '', language) : api.sendTest(id, tried?.url);

  const send = async () => {
    if (sending) return;
    setSending(true);
    setTold(undefined);
    try {
      setTold(tellTest(await post(), test, words));
      if (tried === undefined) onTested?.();
    } catch (error) {
      setTold({ good: false, ...explain(error, words) });
    } finally {
      setSending(false);
    }
  };

  return (
    <div className={styles.root}>
      <PlainButton small onClick={send}>
        {tried?.label === undefined ? test.button : test.buttonTo(tried.label)}
      </PlainButton>
      {sending && <div role="status">{test.sending}</div>}
      {told !== undefined && (
        <Notice intent={told.good ? 'success' : 'error'} {...(told.good ? {} : { title: test.failedTitle })}>
          {told.what} {told.good ? null : (told.todo ?? words.common.tryAgainSentence)}
        </Notice>
      )}
    </div>
  );
}
