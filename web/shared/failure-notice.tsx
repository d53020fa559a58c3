import { lazy, Suspense } from 'react';
import type { Api } from './api.ts';
import { ApiError } from './api-error.ts';
import { explain } from './explain.ts';
import { isInHost } from './host.ts';
import { useWords } from './language.ts';
import { Loading } from './loading.tsx';
import { Notice } from './notice.tsx';
import { PlainButton } from './plain-button.tsx';

/** Most people never see it: hosts sign them in. */
const SignIn = lazy(async () => ({ default: (await import('./sign-in.tsx')).SignIn }));
const SignInButton = lazy(async () => ({ default: (await import('./sign-in-button.tsx')).SignInButton }));

interface FailureNoticeProps {
  error: unknown;
  api: Api;
  retry(): void;
}

/** Why something could not be loaded, with the button that may help: sign in, or try again. */
export function FailureNotice({ error, api, retry }: FailureNoticeProps) {
  const words = useWords();
  const { what, todo } = explain(error, words);
  const code = error instanceof ApiError ? error.code : undefined;
  if (code === 'not-signed-in') {
    return (
      <Suspense fallback={<Loading />}>
        <SignIn api={api} done={retry} />
      </Suspense>
    );
  }
  return (
    <>
      <Notice
        intent="error"
        title={words.common.failedTitle}
        actions={<PlainButton onClick={retry}>{words.common.tryAgain}</PlainButton>}
      >
        {what} {words.common.nothingLost} {todo ?? words.common.tryAgainSentence}
      </Notice>
      {/* In a host, the account is the host's. */}
      {code === 'tenant-not-allowed' && !isInHost() && (
        <Suspense>
          <SignInButton api={api} done={retry} chooseAccount />
        </Suspense>
      )}
    </>
  );
}
