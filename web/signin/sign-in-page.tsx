import { FluentProvider, makeStyles } from '@fluentui/react-components';
import { useEffect, useState } from 'react';
import { Heading } from '../shared/heading.tsx';
import { tongueFor } from '../shared/language.ts';
import { Layout } from '../shared/layout.tsx';
import { SIGN_IN_WORDS } from '../shared/sign-in-words.ts';
import { useTheme } from '../shared/theme.ts';
import { ShellBars } from '../shell/shell-bars.tsx';
import type { WindowState } from './sign-in-window.ts';

const useStyles = makeStyles({ root: { minHeight: '100vh' } });

/** The window in which somebody signs in; it is mostly on its way elsewhere. */
export function SignInPage({ outcome }: { outcome: Promise<WindowState> }) {
  const styles = useStyles();
  const [state, setState] = useState<WindowState>('starting');
  const query = new URLSearchParams(window.location.search);
  const { language } = tongueFor(query.get('locale'), navigator.language);
  const theme = useTheme(query.get('theme') ?? undefined);
  const words = SIGN_IN_WORDS[language].window;

  useEffect(() => void outcome.then(setState), [outcome]);
  useEffect(() => {
    document.documentElement.lang = language;
    document.title = words.title;
  }, [language, words]);

  if (theme === undefined) return <ShellBars />;
  return (
    <FluentProvider className={styles.root} theme={theme}>
      <Layout>
        <div role="status">
          <Heading title={words.title}>{words[state]}</Heading>
        </div>
      </Layout>
    </FluentProvider>
  );
}
