import { lazy, Suspense } from 'react';
import type { Api } from './api.ts';
import { ApiError } from './api-error.ts';
import { explain } from './explain.ts';
import { useWords } from './language.ts';
import { Notice } from './notice.tsx';

/** Rarely seen: a token seldom ends while somebody looks at a page. */
const SignInButton = lazy(async () => ({ default: (await import('./sign-in-button.tsx')).SignInButton }));

interface ActionFailureProps {
  /** Nothing is shown for undefined. */
  error: unknown;
  title: string;
  api: Api;
  /** Somebody is signed in again. */
  signedIn(): void;
}

/** Why a press of a button came to nothing, and what helps. Whether the server did it may be unknown. */
export function ActionFailure({ error, title, api, signedIn }: ActionFailureProps) {
  const words = useWords();
  if (error === undefined) return null;
  const { what, todo } = explain(error, words);
  const signedOut = error instanceof ApiError && error.code === 'not-signed-in';
  return (
    <Notice
      intent="error"
      title={title}
      actions={
        signedOut ? (
          <Suspense>
            <SignInButton api={api} done={signedIn} />
          </Suspense>
        ) : undefined
      }
    >
      {what} {todo ?? words.common.tryAgainSentence}
    </Notice>
  );
}
