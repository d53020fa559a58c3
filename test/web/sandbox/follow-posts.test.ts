import { beforeEach, expect, it, onTestFinished, vi } from 'vitest';
import type { Post } from '../../../server/sandbox/schema.ts';
import {
  type FollowOptions,
  followPosts,
  POLL_INTERVAL_MS,
  STREAM_PATIENCE_MS,
} from '../../../web/sandbox/follow-posts.ts';

/** A stream that does what the test says. */
class FakeStream extends EventTarget {
  readonly OPEN = 1;
  readyState = 0;
  closed = false;

  opened(): void {
    this.readyState = 1;
    this.dispatchEvent(new Event('open'));
  }

  broken(): void {
    this.readyState = 0;
    this.dispatchEvent(new Event('error'));
  }

  bring(id: number): void {
    this.dispatchEvent(new MessageEvent('post', { data: JSON.stringify(post(id)) }));
  }

  close(): void {
    this.closed = true;
  }
}

function post(id: number): Post {
  const sender = { name: 'Cardwire', kind: 'connector' } as const;
  return {
    id,
    channelId: 'builds',
    sender,
    format: 'text',
    content: 'x',
    postedAt: '2026-11-21T08:00:00.000Z',
  };
}

function follow(fetchPosts: FollowOptions['fetchPosts'] = async () => []) {
  const stream = new FakeStream();
  const came: number[] = [];
  const live: boolean[] = [];
  const missed: number[] = [];
  const unknown = vi.fn();
  const asked = vi.fn(fetchPosts);
  const opened = vi.fn(() => stream as unknown as EventSource);
  const stop = followPosts({
    after: 10,
    openStream: opened,
    fetchPosts: asked,
    onPosts: (posts) => came.push(...posts.map(({ id }) => id)),
    onMiss: ({ id }) => missed.push(id),
    onMissesUnknown: unknown,
    onLive: (is) => live.push(is),
  });
  onTestFinished(stop);
  return { stream, came, missed, unknown, live, asked, opened, stop };
}

beforeEach(() => {
  vi.useFakeTimers();
});

it('brings posts through the stream and asks for none while it is open', async () => {
  const { stream, came, live, asked, opened } = follow();
  expect(opened).toHaveBeenCalledWith(10);
  stream.opened();
  stream.bring(11);
  stream.bring(12);
  await vi.advanceTimersByTimeAsync(60_000);
  expect(came).toEqual([11, 12]);
  expect(live.every(Boolean)).toBe(true);
  expect(asked).not.toHaveBeenCalled();
});

it('asks every two seconds when the stream does not open, always for what comes after the last post', async () => {
  const { came, asked } = follow(async (after) => (after < 12 ? [post(after + 1)] : []));
  await vi.advanceTimersByTimeAsync(STREAM_PATIENCE_MS + 2 * POLL_INTERVAL_MS);
  expect(came).toEqual([11, 12]);
  expect(asked.mock.calls).toEqual([[10], [11], [12]]);
});

it('stops asking as soon as the stream opens', async () => {
  const { stream, asked } = follow();
  await vi.advanceTimersByTimeAsync(STREAM_PATIENCE_MS);
  stream.opened();
  await vi.advanceTimersByTimeAsync(60_000);
  expect(asked).toHaveBeenCalledOnce();
});

it('asks while the browser opens a broken stream again', async () => {
  const { stream, came } = follow(async (after) => (after === 11 ? [post(12)] : []));
  stream.opened();
  stream.bring(11);
  stream.broken();
  await vi.advanceTimersByTimeAsync(POLL_INTERVAL_MS);
  expect(came).toEqual([11, 12]);
});

it('says that it is not live when neither way works, and when it is again', async () => {
  let works = false;
  const { live } = follow(async () => {
    if (!works) throw new Error('no server');
    return [];
  });
  await vi.advanceTimersByTimeAsync(STREAM_PATIENCE_MS);
  expect(live).toEqual([false]);
  works = true;
  await vi.advanceTimersByTimeAsync(POLL_INTERVAL_MS);
  expect(live).toEqual([false, true]);
});

it('brings misses, and says when some may have gone by: as the stream opens, and while there is none', async () => {
  const { stream, missed, unknown } = follow();
  stream.opened();
  expect(unknown).toHaveBeenCalledTimes(1);
  stream.dispatchEvent(new MessageEvent('miss', { data: '{"id":5}' }));
  expect(missed).toEqual([5]);
  stream.broken();
  await vi.advanceTimersByTimeAsync(POLL_INTERVAL_MS);
  expect(unknown).toHaveBeenCalledTimes(2);
  stream.opened();
  expect(unknown).toHaveBeenCalledTimes(3);
});

it('ends for good', async () => {
  const { stream, came, stop } = follow(async () => [post(11)]);
  stop();
  await vi.advanceTimersByTimeAsync(60_000);
  expect(stream.closed).toBe(true);
  expect(came).toEqual([]);
  expect(vi.getTimerCount()).toBe(0);
});
