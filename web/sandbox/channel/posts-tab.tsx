import {
  Body1,
  Button,
  MessageBar,
  MessageBarBody,
  makeStyles,
  Spinner,
  Subtitle1,
  tokens,
} from '@fluentui/react-components';
import { type ReactNode, useEffect, useRef } from 'react';
import type { Miss } from '../../../server/sandbox/behaviour.ts';
import type { Post } from '../../../server/sandbox/schema.ts';
import { useWords } from '../words.tsx';
import { MissView } from './miss-view.tsx';
import { PostView } from './post-view.tsx';
import { timelineOf } from './timeline.ts';

const useStyles = makeStyles({
  root: {
    flexGrow: 1,
    minHeight: 0,
    overflowY: 'auto',
    padding: tokens.spacingHorizontalL,
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalL,
    '@media (max-width: 480px)': { padding: tokens.spacingHorizontalS },
  },
  list: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalL,
    margin: 0,
    padding: 0,
    listStyleType: 'none',
  },
  empty: { margin: 'auto', textAlign: 'center', color: tokens.colorNeutralForeground3 },
  earlier: { alignSelf: 'center', flexShrink: 0 },
  notice: { flexShrink: 0 },
});

export interface PostsTabProps {
  /** Absent while they are read. */
  posts: readonly Post[] | undefined;
  misses: readonly Miss[];
  live: boolean;
  /** Reads older posts; absent when there are no more. */
  onEarlier: (() => void) | undefined;
  /** Stands above the posts. */
  hint: ReactNode;
}

/** The posts of a channel, newest last, as in Teams. */
export function PostsTab(props: PostsTabProps) {
  const { posts } = props;
  const words = useWords();
  const styles = useStyles();
  const end = useRef<HTMLDivElement>(null);
  const newest = posts?.at(-1)?.id;
  const newestMiss = props.misses.at(-1)?.id;

  // The list follows what came last.
  useEffect(() => {
    if (newest !== undefined || newestMiss !== undefined) end.current?.scrollIntoView({ block: 'end' });
  }, [newest, newestMiss]);

  return (
    <div className={styles.root}>
      {!props.live && (
        <MessageBar className={styles.notice} intent="warning">
          <MessageBarBody>{words.notLive}</MessageBarBody>
        </MessageBar>
      )}
      {props.hint}
      {props.onEarlier && (
        <Button className={styles.earlier} appearance="subtle" onClick={props.onEarlier}>
          {words.earlierPosts}
        </Button>
      )}
      {!posts && <Spinner label={words.postsLoading} />}
      {posts?.length === 0 && props.misses.length === 0 && (
        <div className={styles.empty}>
          <Subtitle1 as="h2" block>
            {words.noPosts}
          </Subtitle1>
          <Body1>{words.noPostsHelp}</Body1>
        </div>
      )}
      <ul className={styles.list} aria-label={words.posts} aria-live="polite" aria-relevant="additions">
        {timelineOf(posts ?? [], props.misses, props.onEarlier !== undefined).map((entry) =>
          entry.kind === 'post' ? (
            <PostView key={`post ${entry.post.id}`} post={entry.post} />
          ) : (
            <MissView key={`miss ${entry.last.id}`} miss={entry.last} count={entry.count} />
          ),
        )}
      </ul>
      <div ref={end} />
    </div>
  );
}
