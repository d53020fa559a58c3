import { lazy, Suspense, useEffectEvent, useLayoutEffect } from 'react';
import type { Api } from './api.ts';
import { ApiError } from './api-error.ts';
import { explain } from './explain.ts';
import { isInHost } from './host.ts';
import { useWords } from './language.ts';
import { LoadingPart } from './loading.tsx';
import { Notice } from './notice.tsx';
import { PageState } from './page-state.tsx';
import { PlainButton } from './plain-button.tsx';
import { useOnline } from './use-online.ts';

/** Most people never see it: hosts sign them in. */
const SignIn = lazy(async () => ({ default: (await import('./sign-in.tsx')).SignIn }));
const SignInButton = lazy(async () => ({ default: (await import('./sign-in-button.tsx')).SignInButton }));

interface FailureNoticeProps {
  error: unknown;
  api: Api;
  retry(): void;
  /** There is nothing else on the page. */
  whole?: boolean;
}

/**
 * Why something could not be loaded, with the button that may help: sign in, or try again. What failed without a
 * network is tried again once there is one.
 */
export function FailureNotice({ error, api, retry, whole = false }: FailureNoticeProps) {
  const words = useWords();
  const { what, todo } = explain(error, words);
  const code = error instanceof ApiError ? error.code : undefined;
  const unreachable = code === 'unreachable';
  const online = useOnline();
  const again = useEffectEvent(retry);
  useLayoutEffect(() => {
    if (!unreachable) return;
    const retryNow = () => again();
    window.addEventListener('online', retryNow);
    return () => window.removeEventListener('online', retryNow);
  }, [unreachable]);

  if (code === 'not-signed-in') {
    return (
      <Suspense fallback={<LoadingPart />}>
        <SignIn api={api} done={retry} />
      </Suspense>
    );
  }
  const Shape = whole ? PageState : Notice;
  if (unreachable && !online) {
    return (
      <Shape intent="warning" title={words.common.offlineTitle}>
        {words.common.offline}
      </Shape>
    );
  }
  return (
    <>
      <Shape
        intent="error"
        title={words.common.failedTitle}
        actions={<PlainButton onClick={retry}>{words.common.tryAgain}</PlainButton>}
      >
        {what} {words.common.nothingLost} {todo ?? words.common.tryAgainSentence}
      </Shape>
      {/* In a host, the account is the host's. */}
      {code === 'tenant-not-allowed' && !isInHost() && (
        <Suspense>
          <SignInButton api={api} done={retry} chooseAccount />
        </Suspense>
      )}
    </>
  );
}
