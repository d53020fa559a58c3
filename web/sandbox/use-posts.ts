import { useEffect, useState } from 'react';
import type { Miss } from '../../server/sandbox/behaviour.ts';
import type { SandboxChannel } from '../../server/sandbox/schema.ts';
import { api } from './api.ts';
import { followPosts } from './follow-posts.ts';
import { newestOf, type PostsByChannel, withPosts } from './posts.ts';

/** As many as the server gives at once: fewer mean that there are no older ones. */
const POSTS_PAGE = 100;

/** Until the posts could be read for the first time. */
const RETRY_MS = 2_000;

export interface ChannelPosts {
  /** Absent until they were read for the first time. */
  byChannel: PostsByChannel | undefined;
  /** What came to the channels' webhooks and was not posted, oldest first. */
  misses: readonly Miss[];
  /** False while new posts do not come in. */
  live: boolean;
  /** How many posts came in since the channel was last marked as read. */
  unread(channelId: string): number;
  markRead(channelId: string): void;
  hasEarlier(channelId: string): boolean;
  /** Reads the posts before those that are here. When it fails they can be asked for again. */
  readEarlier(channelId: string): Promise<void>;
}

/** The posts of all channels, kept up to date while the page is open. */
export function usePosts(channels: readonly SandboxChannel[]): ChannelPosts {
  const [byChannel, setByChannel] = useState<PostsByChannel>();
  const [misses, setMisses] = useState<readonly Miss[]>([]);
  const [live, setLive] = useState(true);
  const [readUpTo, setReadUpTo] = useState<Readonly<Record<string, number>>>({});
  const [complete, setComplete] = useState<ReadonlySet<string>>(new Set());

  useEffect(() => {
    let ended = false;
    let retry: ReturnType<typeof setTimeout> | undefined;
    let stop: (() => void) | undefined;

    async function start(): Promise<void> {
      try {
        const lists = await Promise.all(channels.map(({ id }) => api.posts(id)));
        if (ended) return;
        const none = Object.fromEntries(channels.map(({ id }) => [id, []]));
        const first = withPosts(none, lists.flat());
        const whole = channels.filter((_channel, index) => (lists[index] ?? []).length < POSTS_PAGE);
        setByChannel(first);
        setComplete(new Set(whole.map(({ id }) => id)));
        setReadUpTo(Object.fromEntries(channels.map(({ id }) => [id, first[id]?.at(-1)?.id ?? 0])));
        stop = followPosts({
          after: newestOf(first),
          openStream: (after) => new EventSource(api.streamUrl(after)),
          fetchPosts: api.postsAfter,
          onPosts: (posts) => setByChannel((known = none) => withPosts(known, posts)),
          onMiss: (miss) => setMisses((known) => [...known, miss]),
          // Posts matter more: without the misses the page still works.
          onMissesUnknown: () => void api.misses().then(setMisses, () => {}),
          onLive: setLive,
        });
      } catch {
        if (ended) return;
        setLive(false);
        retry = setTimeout(start, RETRY_MS);
      }
    }

    void start();
    return () => {
      ended = true;
      clearTimeout(retry);
      stop?.();
    };
  }, [channels]);

  return {
    byChannel,
    misses,
    live,
    unread: (channelId) =>
      (byChannel?.[channelId] ?? []).filter(({ id }) => id > (readUpTo[channelId] ?? 0)).length,
    markRead(channelId) {
      const newest = byChannel?.[channelId]?.at(-1)?.id ?? 0;
      setReadUpTo((known) => ({ ...known, [channelId]: newest }));
    },
    hasEarlier: (channelId) => byChannel !== undefined && !complete.has(channelId),
    async readEarlier(channelId) {
      const posts = await api.posts(channelId, byChannel?.[channelId]?.[0]?.id).catch(() => undefined);
      if (!posts) return;
      if (posts.length < POSTS_PAGE) setComplete((known) => new Set([...known, channelId]));
      setByChannel((known = {}) => withPosts(known, posts));
    },
  };
}
