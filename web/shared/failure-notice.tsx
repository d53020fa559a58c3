import { Button } from '@fluentui/react-components';
import type { Api } from './api.ts';
import { ApiError } from './api-error.ts';
import { explain } from './explain.ts';
import { useWords } from './language.ts';
import { Notice } from './notice.tsx';
import { SignIn } from './sign-in.tsx';

interface FailureNoticeProps {
  error: unknown;
  api: Api;
  retry(): void;
}

/** Why something could not be loaded, with the button that may help: sign in, or try again. */
export function FailureNotice({ error, api, retry }: FailureNoticeProps) {
  const words = useWords();
  const { what, todo, detail } = explain(error, words);
  if (error instanceof ApiError && error.code === 'not-signed-in') return <SignIn api={api} done={retry} />;
  return (
    <Notice
      intent="error"
      title={words.common.failedTitle}
      actions={<Button onClick={retry}>{words.common.tryAgain}</Button>}
    >
      {what} {words.common.nothingLost} {todo ?? words.common.tryAgainSentence}
      {detail !== undefined && <div>{words.common.serverSays(detail)}</div>}
    </Notice>
  );
}
