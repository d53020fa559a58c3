import { createTurns } from '../lookback/turns.ts';
import { ProblemError } from '../problem.ts';

/** What a watch needs of the world. Times are in milliseconds. */
export interface WatchPorts {
  /** A mark for each configuration that is there; it differs whenever something changed. */
  readMarks(ids: readonly string[]): Promise<Map<string, string>>;
  /** What a page shows of a configuration, as JSON on one line. */
  read(id: string): Promise<string>;
  onError(error: unknown): void;
  limits: WatchLimits;
}

export interface WatchLimits {
  /** How often the database is looked at while anybody watches. */
  lookMs: number;
  /** After this much silence a sign of life is sent: proxies cut what is silent. */
  silenceMs: number;
  /** A stream ends then, and its page opens it anew with a fresh token. */
  lifeMs: number;
  /** Streams on this node, and of one person. */
  streams: number;
  streamsOfOne: number;
}

export const WATCH_LIMITS: WatchLimits = {
  lookMs: 1_000,
  silenceMs: 15_000,
  lifeMs: 600_000,
  streams: 1_000,
  streamsOfOne: 12,
};

/** Who watches what, from where on. */
export interface Follow {
  configurationId: string;
  /** Names the person, to count their streams. */
  person: string;
  /** The last mark that they have, if any. */
  seen: string | undefined;
  /** Their connection is gone. */
  signal: AbortSignal;
}

export interface ChannelWatch {
  /** Frames of server-sent events. Throws `streams-full`. */
  follow(wish: Follow): AsyncGenerator<string, void>;
  /** Ends all streams, so that the server can close. */
  close(): void;
}

/** Channels that changed at once are read a few at a time: deliveries need connections, too. */
const READS_AT_ONCE = 2;

interface Channel {
  mark: string | undefined;
  frame: string;
  gone: boolean;
  /** Wake those who wait for a change. */
  waiters: Set<() => void>;
  watchers: number;
}

/**
 * Tells pages what changes about their channels. Each node looks at the database by itself, in one statement
 * for all channels that are watched there, so it does not matter which node delivers, and delivering costs
 * nothing more. A page gets the whole newest state and never a difference: one that reads slowly misses what
 * was in between and nothing else, and nothing is kept for it.
 */
export function createChannelWatch({ readMarks, read, onError, limits }: WatchPorts): ChannelWatch {
  const channels = new Map<string, Channel>();
  const people = new Map<string, number>();
  const closing = new AbortController();
  let streams = 0;
  let looking = false;
  let timer: NodeJS.Timeout | undefined;

  async function look(): Promise<void> {
    if (looking) return;
    looking = true;
    clearTimeout(timer);
    try {
      const marks = await readMarks([...channels.keys()]);
      const turns = createTurns(READS_AT_ONCE);
      await Promise.all([...channels].map(([id, channel]) => turns(() => renew(id, channel, marks.get(id)))));
    } catch (error) {
      onError(error);
    }
    looking = false;
    if (channels.size > 0 && !closing.signal.aborted) timer = setTimeout(look, limits.lookMs);
  }

  async function renew(id: string, channel: Channel, mark: string | undefined): Promise<void> {
    // One that came while the marks were read has its turn in the next look.
    if (mark === undefined && channel.mark === undefined) return;
    if (mark === channel.mark) return;
    if (mark === undefined) channel.gone = true;
    else {
      // The mark is older than what is read, never newer: a change in between is told again.
      const news = await read(id).catch(onError);
      if (typeof news !== 'string') return;
      channel.frame = `id: ${mark}\nevent: channel\ndata: ${news}\n\n`;
      channel.mark = mark;
    }
    for (const wake of channel.waiters) wake();
  }

  function enter({ configurationId, person }: Follow): Channel {
    const mine = people.get(person) ?? 0;
    if (streams >= limits.streams || mine >= limits.streamsOfOne) {
      throw new ProblemError('streams-full', 'Too many pages watch. This one can be read anew by hand.');
    }
    streams += 1;
    people.set(person, mine + 1);
    let channel = channels.get(configurationId);
    if (!channel) {
      channel = { mark: undefined, frame: '', gone: false, waiters: new Set(), watchers: 0 };
      channels.set(configurationId, channel);
    }
    channel.watchers += 1;
    return channel;
  }

  function leave({ configurationId, person }: Follow, channel: Channel): void {
    streams -= 1;
    const mine = (people.get(person) ?? 1) - 1;
    if (mine > 0) people.set(person, mine);
    else people.delete(person);
    channel.watchers -= 1;
    if (channel.watchers > 0) return;
    channels.delete(configurationId);
    if (channels.size === 0) clearTimeout(timer);
  }

  async function* frames(wish: Follow, channel: Channel, left: () => void): AsyncGenerator<string, void> {
    const old = new AbortController();
    const life = setTimeout(() => old.abort(), limits.lifeMs);
    const end = AbortSignal.any([wish.signal, closing.signal, old.signal]);
    let { seen } = wish;
    try {
      // Something must be sent before the page learns that the stream is open.
      yield ': the channel follows\n\n';
      void look();
      while (!end.aborted && !channel.gone) {
        if (channel.mark !== undefined && channel.mark !== seen) {
          seen = channel.mark;
          yield channel.frame;
        } else if (!(await changed(channel, end))) yield ': still here\n\n';
      }
    } finally {
      clearTimeout(life);
      left();
    }
  }

  /** Waits for a change or the end; false: there was silence for too long. */
  function changed(channel: Channel, end: AbortSignal): Promise<boolean> {
    return new Promise((resolve) => {
      const settle = (answer: boolean) => {
        clearTimeout(silence);
        channel.waiters.delete(wake);
        end.removeEventListener('abort', wake);
        resolve(answer);
      };
      const wake = () => settle(true);
      const silence = setTimeout(() => settle(false), limits.silenceMs);
      channel.waiters.add(wake);
      end.addEventListener('abort', wake);
      if (end.aborted) wake();
    });
  }

  return {
    // Not a generator itself: it refuses at once, and not when its first frame is asked for.
    follow(wish) {
      const channel = enter(wish);
      let inside = true;
      const left = () => {
        if (inside) leave(wish, channel);
        inside = false;
      };
      // A stream that nobody began to read ends without its generator's `finally`.
      wish.signal.addEventListener('abort', left);
      return frames(wish, channel, left);
    },
    close() {
      closing.abort();
      clearTimeout(timer);
    },
  };
}
