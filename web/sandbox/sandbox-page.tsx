import {
  Button,
  FluentProvider,
  makeStyles,
  Spinner,
  Subtitle1,
  Text,
  tokens,
} from '@fluentui/react-components';
import { useCallback, useEffect, useState } from 'react';
import type { SandboxState } from '../../server/sandbox/schema.ts';
import { api } from './api.ts';
import { requestFailureWords } from './failure-words.ts';
import { type Preferences, readPreferences, writePreferences } from './preferences.ts';
import { TeamView } from './team-view.tsx';
import { FLUENT_THEMES } from './themes.ts';
import { LanguageProvider, languageOfWords, useWords } from './words.tsx';

const useStyles = makeStyles({
  root: { height: '100dvh', backgroundColor: tokens.colorNeutralBackground2 },
  centred: {
    display: 'flex',
    flexDirection: 'column',
    alignItems: 'center',
    justifyContent: 'center',
    gap: tokens.spacingVerticalM,
    height: '100%',
    padding: tokens.spacingHorizontalL,
    boxSizing: 'border-box',
    textAlign: 'center',
  },
});

/** The whole page: what the visitor prefers, and what the server knows of the team. */
export function SandboxPage() {
  const styles = useStyles();
  const [preferences, setPreferences] = useState(() => readPreferences(storage(), navigator.language));
  const { theme } = preferences;
  const language = languageOfWords(preferences.language);

  useEffect(() => writePreferences(storage(), preferences), [preferences]);
  useEffect(() => {
    document.documentElement.lang = language;
  }, [language]);

  function change(changes: Partial<Preferences>): void {
    setPreferences((known) => ({ ...known, ...changes }));
  }

  return (
    // Without a class: dialogs and menus are drawn in copies of this element, which would get it, too.
    <FluentProvider theme={FLUENT_THEMES[theme]}>
      <LanguageProvider language={language}>
        <div className={styles.root}>
          <LoadedTeam preferences={preferences} onPreferences={change} />
        </div>
      </LanguageProvider>
    </FluentProvider>
  );
}

interface LoadedTeamProps {
  preferences: Preferences;
  onPreferences(changes: Partial<Preferences>): void;
}

/** Reads the team, and shows that it is on its way or why it did not come. */
function LoadedTeam(props: LoadedTeamProps) {
  const words = useWords();
  const styles = useStyles();
  const [state, setState] = useState<SandboxState>();
  const [error, setError] = useState<unknown>();

  useEffect(() => {
    document.title = `Cardwire · ${words.title}`;
  }, [words]);

  const load = useCallback(async () => {
    setState(await api.state());
  }, []);

  const loadFirst = useCallback(() => {
    setError(undefined);
    load().catch(setError);
  }, [load]);

  useEffect(loadFirst, [loadFirst]);

  if (state) return <TeamView state={state} onReload={load} {...props} />;
  if (error === undefined) {
    return <Spinner className={styles.centred} size="large" label={words.loading} />;
  }
  return (
    <main className={styles.centred}>
      <Subtitle1 as="h1">{words.loadFailed}</Subtitle1>
      <Text role="alert">{requestFailureWords(words, error)}</Text>
      <Button appearance="primary" onClick={loadFirst}>
        {words.retry}
      </Button>
    </main>
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
