import { Button, FluentProvider, makeStyles, Text, tokens } from '@fluentui/react-components';
import { useEffect, useState } from 'react';
import type { SandboxPerson } from '../../../server/sandbox/schema.ts';
import { api } from '../api.ts';
import { requestFailureWords } from '../failure-words.ts';
import { readPreferences } from '../preferences.ts';
import { FLUENT_THEMES } from '../themes.ts';
import { LanguageProvider, languageOfWords, useWords } from '../words.tsx';
import { type AuthorizeRequest, readRequest, wayBack } from './authorize-request.ts';

const useStyles = makeStyles({
  root: { minHeight: '100vh' },
  main: {
    display: 'grid',
    gap: tokens.spacingVerticalM,
    maxWidth: '420px',
    margin: '0 auto',
    padding: tokens.spacingHorizontalXXL,
  },
  title: { margin: 0 },
});

/** The sandbox's sign-in, in the place of Entra's: whoever is picked is signed in. */
export function AuthorizePage({ leave }: { leave(address: string): void }) {
  const styles = useStyles();
  const [preferences] = useState(() => readPreferences(storage(), navigator.language));
  const { theme } = preferences;
  const language = languageOfWords(preferences.language);
  const asked = readRequest(new URLSearchParams(window.location.search));
  useEffect(() => {
    document.documentElement.lang = language;
  }, [language]);
  return (
    <FluentProvider theme={FLUENT_THEMES[theme]} className={styles.root}>
      <LanguageProvider language={language}>
        <main className={styles.main}>
          {asked === undefined ? <NothingAsked /> : <PersonPicker asked={asked} leave={leave} />}
        </main>
      </LanguageProvider>
    </FluentProvider>
  );
}

function NothingAsked() {
  const { authorize } = useWords();
  return <Text role="alert">{authorize.nothingAsked}</Text>;
}

function PersonPicker({ asked, leave }: { asked: AuthorizeRequest; leave(address: string): void }) {
  const styles = useStyles();
  const words = useWords();
  const { authorize } = words;
  const [people, setPeople] = useState<{ own: SandboxPerson[]; stranger: SandboxPerson }>();
  const [error, setError] = useState<unknown>();

  useEffect(() => {
    document.title = authorize.title;
    api.state().then(({ people: own, stranger }) => setPeople({ own, stranger }), setError);
  }, [authorize]);

  const pick = (person: SandboxPerson) => {
    const { clientId, redirectUri, challenge, nonce } = asked;
    api
      .authorize({ personId: person.id, clientId, redirectUri, challenge, nonce })
      .then(({ code }) => leave(wayBack(asked, { code })), setError);
  };
  return (
    <>
      <Text as="h1" size={500} weight="semibold" className={styles.title}>
        {authorize.title}
      </Text>
      <Text>{authorize.body}</Text>
      {error !== undefined && <Text role="alert">{requestFailureWords(words, error)}</Text>}
      {people?.own.map((person) => (
        <Button key={person.id} appearance="primary" size="large" onClick={() => pick(person)}>
          {person.name}
        </Button>
      ))}
      {people !== undefined && (
        <>
          <Button size="large" onClick={() => pick(people.stranger)}>
            {authorize.stranger(people.stranger.name)}
          </Button>
          <Button
            size="large"
            appearance="subtle"
            onClick={() =>
              leave(wayBack(asked, { error: 'access_denied', error_description: authorize.deniedWords }))
            }
          >
            {authorize.deny}
          </Button>
        </>
      )}
    </>
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
