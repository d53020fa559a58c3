import { Link, makeStyles, Text, tokens } from '@fluentui/react-components';
import type { Api } from './api.ts';
import { Heading } from './heading.tsx';
import { useSpeech } from './language.ts';
import { Layout } from './layout.tsx';
import { useLoad } from './use-load.ts';

const useStyles = makeStyles({
  steps: { margin: 0, paddingInlineStart: tokens.spacingHorizontalXXL, lineHeight: tokens.lineHeightBase400 },
  section: { display: 'grid', gap: tokens.spacingVerticalS },
  title: { margin: 0 },
});

/** What somebody sees who opens one of our pages in a browser of its own. */
export function Outside({ api }: { api: Api }) {
  const styles = useStyles();
  const {
    language,
    words: { outside },
  } = useSpeech();
  // Only decides about the link: the page says all that matters without the server.
  const [offer] = useLoad(() => api.readConnector(language));
  return (
    <Layout>
      <Heading title={outside.title}>{outside.body}</Heading>
      <section className={styles.section}>
        <Text as="h2" size={400} weight="semibold" className={styles.title}>
          {outside.howTitle}
        </Text>
        <ol className={styles.steps}>
          {outside.how.map((step) => (
            <li key={step}>{step}</li>
          ))}
        </ol>
      </section>
      {offer.status === 'loaded' && offer.value.sandbox && (
        <section className={styles.section}>
          <Text>{outside.sandbox}</Text>
          <Link href="/sandbox">{outside.openSandbox}</Link>
        </section>
      )}
    </Layout>
  );
}
