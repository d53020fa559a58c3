import { getEventListeners } from 'node:events';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { startDeadline } from '../../../server/destinations/deadline.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

it('passes when its time is up, not before', async () => {
  const { signal, passed } = startDeadline(1_000);
  vi.advanceTimersByTime(999);
  expect(signal.aborted).toBe(false);
  vi.advanceTimersByTime(1);
  expect(signal.reason).toMatchObject({ name: 'TimeoutError' });
  await expect(passed).rejects.toBe(signal.reason);
});

it('passes when the outer signal is aborted, with its reason', async () => {
  const outer = new AbortController();
  const { signal, passed } = startDeadline(1_000, outer.signal);
  const reason = new Error('shutting down');
  outer.abort(reason);
  expect(signal.reason).toBe(reason);
  await expect(passed).rejects.toBe(reason);
});

it('has passed already when the outer signal was aborted before', async () => {
  const { signal, passed } = startDeadline(1_000, AbortSignal.abort(new Error('too late')));
  expect(signal.aborted).toBe(true);
  await expect(passed).rejects.toThrow('too late');
});

it('may pass while nobody waits for it', async () => {
  const unhandled = vi.fn();
  process.on('unhandledRejection', unhandled);
  startDeadline(1_000);
  vi.advanceTimersByTime(1_000);
  vi.useRealTimers();
  await new Promise(setImmediate);
  process.off('unhandledRejection', unhandled);
  expect(unhandled).not.toHaveBeenCalled();
});

it('leaves nothing behind once released', () => {
  const outer = new AbortController();
  const { signal, release } = startDeadline(1_000, outer.signal);
  release();
  expect(vi.getTimerCount()).toBe(0);
  expect(getEventListeners(outer.signal, 'abort')).toEqual([]);
  outer.abort();
  expect(signal.aborted).toBe(false);
});
