import { MessageBar, MessageBarBody, makeStyles, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import type { PressResult } from '../../../server/sandbox/schema.ts';
import { CardView } from '../../shared/card-view/card-view.tsx';
import type { ShownCard } from '../../shared/card-view/shown-card.ts';
import { api } from '../api.ts';
import { requestFailureWords } from '../failure-words.ts';
import { useHosting } from '../hosting.tsx';
import { useLanguage, useWords } from '../words.tsx';

const useStyles = makeStyles({ status: { marginTop: tokens.spacingVerticalS } });

/** A post's card whose buttons post back in the name of who is signed in. Below it, what came of it. */
export function PressableCard({ postId, card }: { postId: number; card: ShownCard }) {
  const words = useWords();
  const language = useLanguage();
  const styles = useStyles();
  const { person } = useHosting();
  const [result, setResult] = useState<PressResult>();
  const [busy, setBusy] = useState(false);

  async function press(button: number): Promise<void> {
    if (busy) return;
    setBusy(true);
    try {
      setResult(await api.press(postId, { personId: person.id, button }));
    } catch (error) {
      setResult({ worked: false, status: requestFailureWords(words, error) });
    } finally {
      setBusy(false);
    }
  }

  return (
    <>
      <CardView card={card} language={language} onPress={(button) => void press(button)} />
      {result && (
        <MessageBar className={styles.status} intent={result.worked ? 'success' : 'error'}>
          <MessageBarBody>{result.status}</MessageBarBody>
        </MessageBar>
      )}
    </>
  );
}
