import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { useEffect, useRef, useState } from 'react';
import type { Api } from './api.ts';
import { Notice } from './notice.tsx';
import { SignInError } from './sign-in-error.ts';
import { useSignInWords } from './sign-in-words.ts';

const useStyles = makeStyles({
  root: { display: 'grid', gap: tokens.spacingVerticalM, justifyItems: 'start' },
});

interface SignInButtonProps {
  api: Pick<Api, 'signIn'>;
  /** Somebody is signed in now. */
  done(): void;
  /** Lets the person pick another account than the one that they are signed in with. */
  chooseAccount?: boolean;
}

type Phase = { status: 'idle' | 'asking' } | { status: 'failed'; error: SignInError };

/** Signs somebody in, which only a click can: browsers open no windows by themselves. Says what went wrong. */
export function SignInButton({ api, done, chooseAccount = false }: SignInButtonProps) {
  const styles = useStyles();
  const words = useSignInWords();
  const [phase, setPhase] = useState<Phase>({ status: 'idle' });
  const attempt = useRef<AbortController>(undefined);

  useEffect(() => {
    // Loaded before the click: a browser that waits for it may no longer take the window for the user's wish.
    import('./pop-up-sign-in.ts').catch(() => undefined);
    return () => attempt.current?.abort();
  }, []);

  const start = () => {
    attempt.current?.abort();
    const control = new AbortController();
    attempt.current = control;
    const { signal } = control;
    const settle = (next: Phase) => {
      if (!signal.aborted) setPhase(next);
    };
    const fail = (error: unknown) =>
      settle({ status: 'failed', error: error instanceof SignInError ? error : new SignInError('failed') });
    setPhase({ status: 'asking' });
    api.signIn({ chooseAccount, signal, onClosed: () => fail(new SignInError('closed')) }).then(() => {
      if (!signal.aborted) done();
    }, fail);
  };

  const asking = phase.status === 'asking';
  return (
    <div className={styles.root}>
      {phase.status === 'failed' && (
        <Notice intent={phase.error.code === 'closed' ? 'warning' : 'error'} title={words.failedTitle}>
          {words.problems[phase.error.code]}
          {phase.error.words !== '' && <div>{words.microsoftSays(phase.error.words)}</div>}
        </Notice>
      )}
      <Button appearance="primary" disabledFocusable={asking} onClick={start}>
        {chooseAccount ? words.otherAccount : words.button}
      </Button>
      <div role="status">{asking && words.asking}</div>
    </div>
  );
}
