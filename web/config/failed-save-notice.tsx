import { lazy, Suspense, useEffect, useRef } from 'react';
import type { Api } from '../shared/api.ts';
import { ApiError } from '../shared/api-error.ts';
import { useWords } from '../shared/language.ts';
import { Notice } from '../shared/notice.tsx';
import type { FailedSave } from './use-save.ts';

/** Rarely seen: a token seldom ends while somebody fills in the form. */
const SignInButton = lazy(async () => ({
  default: (await import('../shared/sign-in-button.tsx')).SignInButton,
}));

interface FailedSaveNoticeProps {
  failed: FailedSave;
  api: Api;
  signedIn(): void;
}

/** What went wrong with the last save. The form beneath keeps all that was entered. */
export function FailedSaveNotice({ failed, api, signedIn }: FailedSaveNoticeProps) {
  const { config } = useWords();
  const place = useRef<HTMLDivElement>(null);
  // Save is below a form that may be long; what it came to stands above.
  useEffect(() => {
    if (failed) place.current?.scrollIntoView?.({ block: 'nearest' });
  }, [failed]);

  const { cause } = failed.failure;
  let action = null;
  if (cause instanceof ApiError && cause.code === 'not-signed-in') {
    action = (
      <Suspense>
        <SignInButton api={api} done={signedIn} />
      </Suspense>
    );
  }
  return (
    <div ref={place}>
      <Notice intent="error" title={config.saveFailed} actions={action ?? undefined}>
        {failed.words}
      </Notice>
    </div>
  );
}
