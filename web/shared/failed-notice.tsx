import { Button } from '@fluentui/react-components';
import { explain } from './explain.ts';
import { useWords } from './language.ts';
import { Notice } from './notice.tsx';
import { PageState } from './page-state.tsx';

interface FailedNoticeProps {
  error: unknown;
  title: string;
  retry?: () => void;
  /** There is nothing else on the page. */
  whole?: boolean;
}

/** Why something did not work, and what may help. */
export function FailedNotice({ error, title, retry, whole = false }: FailedNoticeProps) {
  const words = useWords();
  const { what, todo } = explain(error, words);
  const Shape = whole ? PageState : Notice;
  return (
    <Shape
      intent="error"
      title={title}
      actions={retry && <Button onClick={retry}>{words.common.tryAgain}</Button>}
    >
      {what} {todo ?? words.common.tryAgainSentence}
    </Shape>
  );
}
