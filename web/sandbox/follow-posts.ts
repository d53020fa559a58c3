import type { Miss } from '../../server/sandbox/behaviour.ts';
import type { Post } from '../../server/sandbox/schema.ts';

/** How long the stream may take to open before the page begins to ask on its own, and how often it asks. */
export const STREAM_PATIENCE_MS = 4_000;
export const POLL_INTERVAL_MS = 2_000;

export interface FollowOptions {
  /** The last post that the page has. */
  after: number;
  openStream(after: number): EventSource;
  fetchPosts(after: number): Promise<Post[]>;
  /** Posts may come twice; the number tells. */
  onPosts(posts: Post[]): void;
  onMiss(miss: Miss): void;
  /** Misses may have gone by unseen: time to read them all. */
  onMissesUnknown(): void;
  /** False while neither the stream nor asking works. */
  onLive(live: boolean): void;
}

/**
 * Brings new posts as they come, over server-sent events. Where a stream does not get through (a proxy that
 * waits for the end of an answer, for one) the page asks every two seconds until it does. Ends when the
 * returned function is called.
 */
export function followPosts(options: FollowOptions): () => void {
  let { after } = options;
  let ended = false;
  const stream = options.openStream(after);
  let timer = setTimeout(poll, STREAM_PATIENCE_MS);

  function take(posts: Post[]): void {
    if (ended) return;
    for (const post of posts) after = Math.max(after, post.id);
    if (posts.length > 0) options.onPosts(posts);
    options.onLive(true);
  }

  async function poll(): Promise<void> {
    try {
      take(await options.fetchPosts(after));
      if (!ended) options.onMissesUnknown();
    } catch {
      if (!ended) options.onLive(false);
    }
    if (!ended && stream.readyState !== stream.OPEN) timer = setTimeout(poll, POLL_INTERVAL_MS);
  }

  stream.addEventListener('open', () => {
    clearTimeout(timer);
    options.onLive(true);
    options.onMissesUnknown();
  });
  stream.addEventListener('miss', (event) => options.onMiss(JSON.parse(event.data)));
  stream.addEventListener('post', (event) => take([JSON.parse(event.data)]));
  stream.addEventListener('error', () => {
    // The browser opens the stream again by itself; until then the page asks.
    clearTimeout(timer);
    timer = setTimeout(poll, POLL_INTERVAL_MS);
  });

  return () => {
    ended = true;
    clearTimeout(timer);
    stream.close();
  };
}
