import type { Post } from '../../server/sandbox/schema.ts';

/** The posts that the page has, by channel, each list oldest first. */
export type PostsByChannel = Readonly<Record<string, readonly Post[]>>;

/** Adds posts that came, in any order and perhaps a second time. */
export function withPosts(known: PostsByChannel, incoming: readonly Post[]): PostsByChannel {
  const result: Record<string, readonly Post[]> = { ...known };
  for (const [channelId, posts = []] of Object.entries(Object.groupBy(incoming, (post) => post.channelId))) {
    const byNumber = new Map([...(known[channelId] ?? []), ...posts].map((post) => [post.id, post]));
    result[channelId] = [...byNumber.values()].sort((one, other) => one.id - other.id);
  }
  return result;
}

/** The number of the newest post of all, or 0. */
export function newestOf(known: PostsByChannel): number {
  return Math.max(0, ...Object.values(known).map((posts) => posts.at(-1)?.id ?? 0));
}
