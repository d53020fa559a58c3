import { Link, makeStyles, Select, Text, tokens } from '@fluentui/react-components';
import { useEffect, useState } from 'react';
import type { MailboxView } from '../../../../server/sandbox/office365/schema.ts';
import type { Post } from '../../../../server/sandbox/schema.ts';
import { PostView } from '../../channel/post-view.tsx';
import { requestFailureWords } from '../../failure-words.ts';
import { useWords } from '../../words.tsx';
import { office365Api } from '../api.ts';
import { useOffice365Words } from '../words.ts';

/** Cards come when they come: the page looks again by itself. */
const LOOK_AGAIN_MS = 2_000;

const useStyles = makeStyles({
  list: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalL,
    margin: 0,
    padding: 0,
    listStyleType: 'none',
  },
});

/** What arrived in the groups and inboxes of the stand-in for Outlook. */
export function MailPage() {
  const styles = useStyles();
  const { mail } = useOffice365Words();
  const words = useWords();
  const [mailboxes, setMailboxes] = useState<MailboxView[]>([]);
  const [chosen, setChosen] = useState('');
  const [posts, setPosts] = useState<Post[]>();
  const [error, setError] = useState<unknown>();

  useEffect(() => {
    document.title = mail.title;
    office365Api.mailboxes().then((all) => {
      setMailboxes(all);
      setChosen(all[0]?.id ?? '');
    }, setError);
  }, [mail]);
  useEffect(() => {
    if (chosen === '') return;
    let current = true;
    const look = () =>
      office365Api.posts(chosen).then(
        (found) => current && setPosts(found),
        (thrown: unknown) => current && setError(thrown),
      );
    setPosts(undefined);
    void look();
    const timer = setInterval(look, LOOK_AGAIN_MS);
    return () => {
      current = false;
      clearInterval(timer);
    };
  }, [chosen]);

  return (
    <>
      <Link href="/sandbox">{mail.back}</Link>
      <Text as="h1" size={500} weight="semibold">
        {mail.heading}
      </Text>
      <Text>{mail.help}</Text>
      <Link href="/connect">{mail.connect}</Link>
      <Select aria-label={mail.choose} value={chosen} onChange={(_, { value }) => setChosen(value)}>
        {mailboxes.map(({ id, kind, name }) => (
          <option key={id} value={id}>
            {mail[kind](name)}
          </option>
        ))}
      </Select>
      {error !== undefined && <Text role="alert">{requestFailureWords(words, error)}</Text>}
      {posts?.length === 0 && <Text>{mail.empty}</Text>}
      <ul className={styles.list} aria-label={mail.heading} aria-live="polite">
        {posts?.map((post) => (
          <PostView key={post.id} post={post} pressable={false} />
        ))}
      </ul>
    </>
  );
}
