import { setTimeout as delay } from 'node:timers/promises';
import type { Pool } from 'pg';
import { retryDelayMs } from '../delivery/retry.ts';
import type { Poster } from '../destinations/post.ts';
import { retryAfterMs } from '../destinations/retry-after.ts';
import { claimDue, type Outgoing, postpone, settle } from './outbox.ts';
import { signatureHeaders } from './signature.ts';

/** The operator's system, as the settings name it. */
export interface ActionTarget {
  url: string;
  /** Each signs. */
  secrets: readonly string[];
}

/** What became of one try. */
export interface Forwarded {
  id: string;
  result: 'delivered' | 'try_again' | 'failed';
  tries: number;
  /** Why it did not arrive, without any part of the address. */
  words: string;
}

export interface ForwardOptions {
  pool: Pool;
  poster: Poster;
  target: ActionTarget;
  now(): Date;
  random(): number;
  onForwarded(report: Forwarded): void;
  onError(error: unknown): void;
}

export interface Forwarder {
  /** Something may be due: look now. */
  wake(): void;
  /** Stops the posts that are under way; what they carried is due again at once. */
  stop(): Promise<void>;
}

/** What another node stored, or left behind, is found after this time at the latest. */
const POLL_MS = 2_000;
const AT_ONCE = 20;

/**
 * Forwards pressed buttons to the operator's system, from the database: at least once, for about a day, at the
 * same growing distances as cards. Every node may run it. None waits for a slow one before it, up to a number of
 * posts under way. An error of the database is reported, and it goes on.
 */
export function startForwarding(options: ForwardOptions): Forwarder {
  const stopping = new AbortController();
  const underWay = new Set<Promise<void>>();
  let wakeUp = new AbortController();

  const wake = () => {
    const sleeping = wakeUp;
    wakeUp = new AbortController();
    sleeping.abort();
  };
  const keep = (post: Promise<void>) => {
    const kept = post.catch(options.onError).finally(() => {
      underWay.delete(kept);
      // There may be more than there was room for.
      if (underWay.size === AT_ONCE - 1) wake();
    });
    underWay.add(kept);
  };
  const run = async () => {
    while (!stopping.signal.aborted) {
      const woken = wakeUp.signal;
      const posts = await startDue(options, stopping.signal, AT_ONCE - underWay.size).catch((error) => {
        options.onError(error);
        return [];
      });
      posts.forEach(keep);
      await delay(POLL_MS, undefined, { signal: woken }).catch(() => {});
    }
    await Promise.all(underWay);
  };
  const running = run();

  return {
    wake,
    async stop() {
      stopping.abort();
      wake();
      await running;
    },
  };
}

/** Starts to forward what is due, so many at most; answers the posts that are under way. */
export async function startDue(
  options: ForwardOptions,
  signal: AbortSignal,
  most = AT_ONCE,
): Promise<Promise<void>[]> {
  if (most <= 0) return [];
  const due = await claimDue(options.pool, options.now(), most);
  return due.map((outgoing) => forward(options, outgoing, signal));
}

async function forward(options: ForwardOptions, outgoing: Outgoing, signal: AbortSignal): Promise<void> {
  const { pool, poster, target, now, random, onForwarded } = options;
  const { id, body, tries } = outgoing;
  const headers = signatureHeaders({ id, at: now(), body }, target.secrets);
  const answer = await poster.post(target.url, body, signal, headers);
  if (answer.kind === 'response' && answer.status >= 200 && answer.status < 300) {
    await settle(pool, id, 'delivered', now());
    onForwarded({ id, result: 'delivered', tries, words: '' });
    return;
  }
  if (signal.aborted) return postpone(pool, id, now());
  const wish = answer.kind === 'response' ? retryAfterMs(answer.retryAfter, now()) : undefined;
  const words = answer.kind === 'response' ? `The answer was HTTP ${answer.status}.` : answer.error;
  const wait = retryDelayMs(tries, { ...(wish !== undefined && { retryAfterMs: wish }) }, random());
  if (wait === undefined) await settle(pool, id, 'failed', now());
  else await postpone(pool, id, new Date(now().getTime() + wait));
  onForwarded({ id, result: wait === undefined ? 'failed' : 'try_again', tries, words });
}
