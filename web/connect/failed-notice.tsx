import { Button } from '@fluentui/react-components';
import { explain } from '../shared/explain.ts';
import { useWords } from '../shared/language.ts';
import { Notice } from '../shared/notice.tsx';

interface FailedNoticeProps {
  error: unknown;
  title: string;
  retry?: () => void;
}

/** Why something did not work, and what may help. */
export function FailedNotice({ error, title, retry }: FailedNoticeProps) {
  const words = useWords();
  const { what, todo } = explain(error, words);
  return (
    <Notice
      intent="error"
      title={title}
      actions={retry && <Button onClick={retry}>{words.common.tryAgain}</Button>}
    >
      {what} {todo ?? words.common.tryAgainSentence}
    </Notice>
  );
}
