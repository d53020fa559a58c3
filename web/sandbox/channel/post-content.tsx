import { Caption1, makeStyles, tokens } from '@fluentui/react-components';
import type { Post } from '../../../server/sandbox/schema.ts';
import { CardView } from '../../shared/card-view/card-view.tsx';
import { useLanguage, useWords } from '../words.tsx';
import { PressableCard } from './pressable-card.tsx';

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

interface PostContentProps {
  post: Post;
  /** Whether somebody of the sandbox looks at it, who can press its buttons. */
  pressable: boolean;
}

/** What a post shows: a card drawn for the theme, or a plain text; and the JSON that came. */
export function PostContent({ post, pressable }: PostContentProps) {
  const words = useWords();
  const language = useLanguage();
  const styles = useStyles();
  if (post.format === 'text') return <div className={styles.text}>{String(post.content)}</div>;
  const card = { format: post.format, content: post.content };
  return (
    <>
      {pressable ? (
        <PressableCard postId={post.id} card={card} />
      ) : (
        <CardView card={card} language={language} />
      )}
      <details className={styles.source}>
        <summary>
          <Caption1>{words.cardSource}</Caption1>
        </summary>
        <pre className={styles.json}>{JSON.stringify(post.content, null, 2)}</pre>
      </details>
    </>
  );
}
