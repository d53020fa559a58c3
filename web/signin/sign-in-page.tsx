import { FluentProvider, makeStyles, teamsLightTheme } from '@fluentui/react-components';
import { useEffect, useState } from 'react';
import { Heading } from '../shared/heading.tsx';
import { tongueFor } from '../shared/language.ts';
import { Layout } from '../shared/layout.tsx';
import { SIGN_IN_WORDS } from '../shared/sign-in-words.ts';
import type { WindowState } from './sign-in-window.ts';

const useStyles = makeStyles({ root: { minHeight: '100vh' } });

/** The window in which somebody signs in; it is mostly on its way elsewhere. */
export function SignInPage({ outcome }: { outcome: Promise<WindowState> }) {
  const styles = useStyles();
  const [state, setState] = useState<WindowState>('starting');
  const locale = new URLSearchParams(window.location.search).get('locale');
  const { language } = tongueFor(locale, navigator.language);
  const words = SIGN_IN_WORDS[language].window;

  useEffect(() => void outcome.then(setState), [outcome]);
  useEffect(() => {
    document.documentElement.lang = language;
    document.title = words.title;
  }, [language, words]);

  return (
    <FluentProvider className={styles.root} theme={teamsLightTheme}>
      <Layout>
        <div role="status">
          <Heading title={words.title}>{words[state]}</Heading>
        </div>
      </Layout>
    </FluentProvider>
  );
}
