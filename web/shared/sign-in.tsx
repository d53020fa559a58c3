import { Button, makeStyles } from '@fluentui/react-components';
import { useState } from 'react';
import type { Api } from './api.ts';
import { Heading } from './heading.tsx';
import { useWords } from './language.ts';
import { Notice } from './notice.tsx';

const useStyles = makeStyles({ button: { justifySelf: 'start' } });

/** Asks for consent, which only a click can: browsers close windows that open by themselves. */
export function SignIn({ api, done }: { api: Api; done(): void }) {
  const styles = useStyles();
  const { common } = useWords();
  const [state, setState] = useState<'idle' | 'asking' | 'failed'>('idle');
  const signIn = () => {
    setState('asking');
    api.signIn().then(done, () => setState('failed'));
  };
  return (
    <>
      <Heading title={common.signInTitle}>{common.signInBody}</Heading>
      {state === 'failed' && <Notice intent="error">{common.signInFailed}</Notice>}
      <Button
        className={styles.button}
        appearance="primary"
        disabledFocusable={state === 'asking'}
        onClick={signIn}
      >
        {common.signIn}
      </Button>
    </>
  );
}
