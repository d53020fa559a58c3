import { Avatar, Body1Strong, Caption1, makeStyles, tokens } from '@fluentui/react-components';
import { FlowRegular, PlugConnectedRegular } from '@fluentui/react-icons';
import type { Post } from '../../../server/sandbox/schema.ts';
import { useLanguage, useWords } from '../words.tsx';
import { PostContent } from './post-content.tsx';

const useStyles = makeStyles({
  root: { display: 'flex', gap: tokens.spacingHorizontalM, minWidth: 0 },
  message: {
    flexGrow: 1,
    minWidth: 0,
    maxWidth: '720px',
    padding: tokens.spacingHorizontalM,
    borderRadius: tokens.borderRadiusLarge,
    backgroundColor: tokens.colorNeutralBackground1,
    border: `1px solid ${tokens.colorTransparentStroke}`,
    boxShadow: tokens.shadow2,
  },
  head: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'baseline',
    columnGap: tokens.spacingHorizontalS,
    marginBottom: tokens.spacingVerticalS,
  },
  subtle: { color: tokens.colorNeutralForeground3 },
});

/** One message with its sender and time. A Workflow posts under the name of Workflows, as in Teams. */
export function PostView({ post, pressable = true }: { post: Post; pressable?: boolean }) {
  const words = useWords();
  const language = useLanguage();
  const styles = useStyles();
  const { name, kind } = post.sender;
  const postedAt = new Date(post.postedAt);
  const format = new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'medium' });

  return (
    <li className={styles.root}>
      <Avatar
        shape="square"
        color={kind === 'connector' ? 'brand' : 'lilac'}
        icon={kind === 'connector' ? <PlugConnectedRegular /> : <FlowRegular />}
        aria-hidden
      />
      <article className={styles.message}>
        <div className={styles.head}>
          <Body1Strong as="h3">{kind === 'connector' ? name : words.from.workflow}</Body1Strong>
          <Caption1 className={styles.subtle}>
            {kind === 'connector' ? words.from.connector : words.through(name)}
          </Caption1>
          <Caption1 className={styles.subtle}>
            <time dateTime={post.postedAt}>{format.format(postedAt)}</time>
          </Caption1>
        </div>
        <PostContent post={post} pressable={pressable} />
      </article>
    </li>
  );
}
