import { ApiError } from '../shared/api-error.ts';
import type { ChannelApi, News } from '../shared/channel-api.ts';

/**
 * - `connecting`: for the first time
 * - `live`: what changes comes by itself
 * - `lost`: the connection broke, or nothing was heard for too long; it is tried again
 * - `full`: the server takes no more streams; it is tried again, seldom
 * - `ended`: the server has no more to tell here, or does not know who asks
 */
export type Liveness = 'connecting' | 'live' | 'lost' | 'full' | 'ended';

export interface FollowPorts {
  follow: ChannelApi['follow'];
  onNews(news: News): void;
  onLiveness(liveness: Liveness): void;
  /** Between 0 and 1: pages that lost the same server do not all come back at once. */
  random(): number;
}

/** The server says every 15 s that it is still there. */
const SILENCE_MS = 40_000;
const FIRST_WAIT_MS = 1_000;
const LONGEST_WAIT_MS = 30_000;
/** Places become free when others close their pages, not by asking. */
const FULL_WAIT_MS = 60_000;

/** Reads the stream of a channel, and opens it again when it ends, until `signal` is aborted. Never throws. */
export async function followChannel(id: string, ports: FollowPorts, signal: AbortSignal): Promise<void> {
  let seen: string | undefined;
  let failures = 0;
  ports.onLiveness('connecting');
  while (!signal.aborted) {
    const outcome = await readOnce(id, ports, signal, seen, (mark) => {
      failures = 0;
      if (mark !== undefined) seen = mark;
    });
    if (signal.aborted) return;
    if (outcome === 'ended') return ports.onLiveness('ended');
    // A stream that ended in order is opened again at once: the server lets none live for long.
    if (outcome === 'over' && failures === 0) failures += 1;
    else {
      failures += 1;
      ports.onLiveness(outcome === 'full' ? 'full' : 'lost');
    }
    const wait =
      outcome === 'full' ? FULL_WAIT_MS : Math.min(FIRST_WAIT_MS * 2 ** (failures - 1), LONGEST_WAIT_MS);
    await pause(wait * (0.5 + ports.random() / 2), signal);
  }
}

/** One stream: `over` when it ended in order. */
async function readOnce(
  id: string,
  { follow, onNews, onLiveness }: FollowPorts,
  signal: AbortSignal,
  seen: string | undefined,
  heard: (mark?: string) => void,
): Promise<'over' | 'lost' | 'full' | 'ended'> {
  const silence = new AbortController();
  let timer = setTimeout(() => silence.abort(), SILENCE_MS);
  try {
    const frames = await follow(id, seen, AbortSignal.any([signal, silence.signal]));
    for await (const news of frames) {
      clearTimeout(timer);
      timer = setTimeout(() => silence.abort(), SILENCE_MS);
      heard(news?.mark);
      onLiveness('live');
      if (news !== undefined) onNews(news);
    }
    return 'over';
  } catch (error) {
    if (!(error instanceof ApiError)) return 'lost';
    if (error.code === 'streams-full') return 'full';
    return error.status >= 400 && error.status < 500 && error.status !== 429 ? 'ended' : 'lost';
  } finally {
    clearTimeout(timer);
  }
}

function pause(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, ms);
    signal.addEventListener('abort', () => {
      clearTimeout(timer);
      resolve();
    });
  });
}
