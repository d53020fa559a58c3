import { beforeEach, describe, expect, it, vi } from 'vitest';
import { withTimeout } from '../../../web/shared/time-out.ts';

const never = new Promise<never>(() => undefined);
const late = () => new Error('late');

describe('withTimeout', () => {
  beforeEach(() => {
    vi.useFakeTimers();
  });

  it('gives what the work gives, and leaves no timer behind', async () => {
    expect(await withTimeout(Promise.resolve('done'), 1_000, late)).toBe('done');
    await expect(withTimeout(Promise.reject(new Error('no')), 1_000, late)).rejects.toThrow('no');
    expect(vi.getTimerCount()).toBe(0);
  });

  it('gives up when the time is over', async () => {
    const waiting = expect(withTimeout(never, 1_000, late)).rejects.toThrow('late');
    await vi.advanceTimersByTimeAsync(1_000);
    await waiting;
  });

  it('gives up when it is told to, also when that was before', async () => {
    const control = new AbortController();
    const waiting = expect(withTimeout(never, 1_000, late, control.signal)).rejects.toThrow('late');
    control.abort();
    await waiting;
    await expect(withTimeout(never, 1_000, late, control.signal)).rejects.toThrow('late');
    expect(vi.getTimerCount()).toBe(0);
  });
});
