import { FluentProvider, makeStyles, tokens } from '@fluentui/react-components';
import { type ReactNode, useEffect, useState } from 'react';
import { readPreferences } from '../preferences.ts';
import { FLUENT_THEMES } from '../themes.ts';
import { LanguageProvider, languageOfWords } from '../words.tsx';

const useStyles = makeStyles({
  root: { minHeight: '100vh' },
  main: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr)',
    gap: tokens.spacingVerticalM,
    maxWidth: '560px',
    margin: '0 auto',
    padding: tokens.spacingHorizontalXL,
    overflowWrap: 'anywhere',
  },
});

/** Looks and language that its visitor chose in the sandbox, around a page of one column. */
export function SandboxFrame({ children }: { children: ReactNode }) {
  const styles = useStyles();
  const [preferences] = useState(() => readPreferences(storage(), navigator.language));
  const { theme } = preferences;
  const language = languageOfWords(preferences.language);
  useEffect(() => {
    document.documentElement.lang = language;
  }, [language]);
  return (
    <FluentProvider theme={FLUENT_THEMES[theme]} className={styles.root}>
      <LanguageProvider language={language}>
        <main className={styles.main}>{children}</main>
      </LanguageProvider>
    </FluentProvider>
  );
}

/** Browsers that deny storage throw at the mere mention of it. */
function storage(): Storage | undefined {
  try {
    return window.localStorage;
  } catch {
    return undefined;
  }
}
