import { Caption1, makeStyles, tokens } from '@fluentui/react-components';
import type { Post } from '../../../server/sandbox/schema.ts';
import { CardView } from '../../shared/card-view/card-view.tsx';
import { useLanguage, useWords } from '../words.tsx';

const useStyles = makeStyles({
  text: { whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' },
  source: { marginTop: tokens.spacingVerticalXS, color: tokens.colorNeutralForeground3 },
  json: {
    maxHeight: '320px',
    margin: 0,
    overflow: 'auto',
    fontFamily: tokens.fontFamilyMonospace,
    fontSize: tokens.fontSizeBase200,
  },
});

/** What a post shows: a card drawn for the theme, or a plain text; and the JSON that came. */
export function PostContent({ post }: { post: Post }) {
  const words = useWords();
  const language = useLanguage();
  const styles = useStyles();
  if (post.format === 'text') return <div className={styles.text}>{String(post.content)}</div>;
  return (
    <>
      <CardView card={{ format: post.format, content: post.content }} language={language} />
      <details className={styles.source}>
        <summary>
          <Caption1>{words.cardSource}</Caption1>
        </summary>
        <pre className={styles.json}>{JSON.stringify(post.content, null, 2)}</pre>
      </details>
    </>
  );
}
