import { explain } from '../../shared/explain.ts';
import { useWords } from '../../shared/language.ts';
import { Notice } from '../../shared/notice.tsx';
import { useConnectWords } from '../words.ts';

/** What came of the newest press of a button. */
export type Told = { good: boolean; text: string } | { error: unknown };

export function ToldNotice({ told }: { told: Told }) {
  const words = useWords();
  const { connection } = useConnectWords();
  if ('text' in told) return <Notice intent={told.good ? 'success' : 'error'}>{told.text}</Notice>;
  const { what, todo } = explain(told.error, words);
  return (
    <Notice intent="error" title={connection.failed}>
      {what} {todo ?? words.common.tryAgainSentence}
    </Notice>
  );
}
