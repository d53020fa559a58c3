import { Button, Spinner, Text } from '@fluentui/react-components';
import { useEffect, useState } from 'react';
import type { OpenAnswer } from '../../../server/sandbox/office365/schema.ts';
import { requestFailureWords } from '../failure-words.ts';
import { useWords } from '../words.tsx';
import { office365Api } from './api.ts';
import { PlacePicker } from './place-picker.tsx';
import { useOffice365Words } from './words.ts';

type Opened = Extract<OpenAnswer, { people: unknown }>;
type Person = Opened['people'][number];

/** The stand-in for Microsoft's page: who are you, where shall cards go, Allow or Deny. */
export function Office365Page({ leave }: { leave(address: string): void }) {
  const words = useOffice365Words();
  const sandboxWords = useWords();
  const [query] = useState(() => new URLSearchParams(window.location.search));
  const [opened, setOpened] = useState<OpenAnswer>();
  const [person, setPerson] = useState<Person>();
  const [error, setError] = useState<unknown>();
  const [question] = useState(() => ({
    connectorId: query.get('app_id') ?? '',
    callbackUrl: query.get('callback_url') ?? '',
  }));

  useEffect(() => {
    document.title = words.title;
  }, [words]);
  useEffect(() => {
    office365Api.open(question).then(setOpened, setError);
  }, [question]);

  const decide = (mailboxId?: string) => {
    const state = query.get('state');
    office365Api
      .decide({
        ...question,
        ...(state !== null && { state }),
        personId: person?.id ?? '',
        ...(mailboxId !== undefined && { mailboxId }),
      })
      .then(({ location }) => leave(location), setError);
  };

  return (
    <>
      <Text size={200}>{words.standIn}</Text>
      {error !== undefined && <Text role="alert">{requestFailureWords(sandboxWords, error)}</Text>}
      {opened === undefined && error === undefined && <Spinner label={words.loading} />}
      {opened !== undefined && 'invalid' in opened && (
        <>
          <Text as="h1" size={500} weight="semibold">
            {words.invalid}
          </Text>
          <Text>{words.invalidHelp}</Text>
        </>
      )}
      {opened !== undefined && 'people' in opened && person === undefined && (
        <WhoAreYou people={opened.people} onPick={setPerson} />
      )}
      {opened !== undefined && 'people' in opened && person !== undefined && (
        <PlacePicker
          appName={opened.appName}
          mailboxes={person.mailboxes}
          onDecide={decide}
          onSomebodyElse={() => setPerson(undefined)}
        />
      )}
    </>
  );
}

function WhoAreYou({ people, onPick }: { people: Person[]; onPick(person: Person): void }) {
  const words = useOffice365Words();
  return (
    <>
      <Text as="h1" size={500} weight="semibold">
        {words.who}
      </Text>
      {people.map((one) => (
        <Button key={one.id} size="large" onClick={() => onPick(one)}>
          {one.name} ({one.upn})
        </Button>
      ))}
    </>
  );
}
