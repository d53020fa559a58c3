import { Caption1, makeStyles, Skeleton, SkeletonItem, tokens } from '@fluentui/react-components';
import { lazy, Suspense, useMemo } from 'react';
import type { Post } from '../../../server/sandbox/schema.ts';
import { convertMessageCard } from '../cards/message-card.ts';
import { useHosting } from '../hosting.tsx';
import { useWords } from '../words.tsx';

/** Half of the page's script is the library that draws cards: it comes when there is a card. */
const AdaptiveCardView = lazy(async () => ({
  default: (await import('../cards/adaptive-card.tsx')).AdaptiveCardView,
}));

const useStyles = makeStyles({
  card: {
    overflow: 'hidden',
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusMedium,
  },
  bar: { height: '4px' },
  text: { whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' },
  note: { display: 'block', marginTop: tokens.spacingVerticalXS, color: tokens.colorNeutralForeground3 },
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
  const styles = useStyles();
  if (post.format === 'text') return <div className={styles.text}>{String(post.content)}</div>;
  return (
    <>
      {post.format === 'message-card' ? (
        <MessageCardView content={post.content} />
      ) : (
        <Card content={post.content} />
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

function Card({ content, color }: { content: unknown; color?: string | undefined }) {
  const styles = useStyles();
  const { theme } = useHosting();
  if (typeof content !== 'object' || content === null) return null;
  return (
    <div className={styles.card}>
      {color && <div className={styles.bar} style={{ backgroundColor: color }} />}
      <Suspense fallback={<CardSkeleton />}>
        <AdaptiveCardView content={content} theme={theme} />
      </Suspense>
    </div>
  );
}

function MessageCardView({ content }: { content: unknown }) {
  const words = useWords();
  const styles = useStyles();
  const { card, color, otherButtons } = useMemo(() => convertMessageCard(content), [content]);
  return (
    <>
      <Card content={card} color={color} />
      <Caption1 className={styles.note}>{words.approximate}</Caption1>
      {otherButtons.length > 0 && (
        <Caption1 className={styles.note}>{words.withoutButtons(otherButtons.join(', '))}</Caption1>
      )}
    </>
  );
}

function CardSkeleton() {
  return (
    <Skeleton aria-hidden>
      <SkeletonItem size={64} />
    </Skeleton>
  );
}
