import { FluentProvider, makeStyles, mergeClasses } from '@fluentui/react-components';
import { type ReactNode, useEffect } from 'react';
import { ShellBars } from '../shell/shell-bars.tsx';
import { ErrorBoundary } from './error-boundary.tsx';
import { type Speech, SpeechContext, type Tongue, useSpeechOf, useWords } from './language.ts';
import { Layout } from './layout.tsx';
import { LiveRegion } from './live-region.tsx';
import { PageState } from './page-state.tsx';
import { PlainButton } from './plain-button.tsx';
import { isDark, useTheme } from './theme.ts';

interface PageFrameProps {
  tongue: Tongue;
  /** As hosts name themes. */
  theme: string | undefined;
  title(speech: Speech): string;
  children: ReactNode;
}

const useStyles = makeStyles({
  root: { minHeight: '100vh' },
  /** What the browser draws itself, such as the clock in a field for a time. */
  dark: { colorScheme: 'dark' },
});

/** What every page has around it: looks, words, title, live region, and words for when it breaks. */
export function PageFrame({ tongue, theme: themeName, title, children }: PageFrameProps) {
  const styles = useStyles();
  const speech = useSpeechOf(tongue);
  const theme = useTheme(themeName);
  const pageTitle = speech && title(speech);
  const language = speech?.language;

  useEffect(() => {
    if (language === undefined || pageTitle === undefined) return;
    document.documentElement.lang = language;
    document.title = pageTitle;
  }, [language, pageTitle]);

  // Without looks or words yet: the bars have neither.
  if (theme === undefined || speech === undefined) return <ShellBars />;
  return (
    <FluentProvider className={mergeClasses(styles.root, isDark(themeName) && styles.dark)} theme={theme}>
      <SpeechContext value={speech}>
        <LiveRegion>
          <ErrorBoundary fallback={<Crashed />}>{children}</ErrorBoundary>
        </LiveRegion>
      </SpeechContext>
    </FluentProvider>
  );
}

function Crashed() {
  const { common } = useWords();
  return (
    <Layout>
      <PageState intent="error" title={common.crashedTitle} actions={<LoadAgain />}>
        {common.crashed}
      </PageState>
    </Layout>
  );
}

/** A page that is loaded again begins anew; also with its host, which is greeted only once. */
export function LoadAgain() {
  const { common } = useWords();
  return <PlainButton onClick={() => window.location.reload()}>{common.loadAgain}</PlainButton>;
}
