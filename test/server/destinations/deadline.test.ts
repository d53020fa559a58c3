import { getEventListeners } from 'node:events';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { startDeadline } from '../../../server/destinations/deadline.ts';

const passed = vi.fn();
beforeEach(() => {
  vi.useFakeTimers();
  passed.mockReset();
});
afterEach(() => {
  vi.useRealTimers();
});

it('passes when its time is up, not before', () => {
  startDeadline(1_000, undefined, passed);
  vi.advanceTimersByTime(999);
  expect(passed).not.toHaveBeenCalled();
  vi.advanceTimersByTime(1);
  expect(passed.mock.calls).toEqual([[expect.objectContaining({ name: 'TimeoutError' })]]);
});

it('passes when the outer signal is aborted, with its reason', () => {
  const outer = new AbortController();
  startDeadline(1_000, outer.signal, passed);
  const reason = new Error('shutting down');
  outer.abort(reason);
  expect(passed.mock.calls).toEqual([[reason]]);
});

it('has passed already when the outer signal was aborted before', () => {
  const reason = new Error('too late');
  startDeadline(1_000, AbortSignal.abort(reason), passed);
  expect(passed.mock.calls).toEqual([[reason]]);
  expect(vi.getTimerCount()).toBe(0);
});

it('shares a signal with others, and each may leave', () => {
  const outer = new AbortController();
  const leaving = vi.fn();
  startDeadline(1_000, outer.signal, passed);
  startDeadline(1_000, outer.signal, leaving)();
  expect(getEventListeners(outer.signal, 'abort')).toHaveLength(1);
  outer.abort();
  expect(passed).toHaveBeenCalledOnce();
  expect(leaving).not.toHaveBeenCalled();
});

it('leaves nothing behind once released', () => {
  const outer = new AbortController();
  const release = startDeadline(1_000, outer.signal, passed);
  release();
  expect(vi.getTimerCount()).toBe(0);
  expect(getEventListeners(outer.signal, 'abort')).toEqual([]);
  outer.abort();
  expect(passed).not.toHaveBeenCalled();
});
