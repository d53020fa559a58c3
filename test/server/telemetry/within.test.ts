import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { within } from '../../../server/telemetry/within.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

it('answers what the work answers, and leaves no timer', async () => {
  expect(await within(1_000, Promise.resolve('done'))).toBe('done');
  await expect(within(1_000, Promise.reject(new Error('broken')))).rejects.toThrow('broken');
  expect(vi.getTimerCount()).toBe(0);
});

it('fails when the work takes longer', async () => {
  const failed = expect(within(1_000, new Promise(() => {}))).rejects.toThrow('no answer within 1000 ms');
  await vi.advanceTimersByTimeAsync(1_000);
  await failed;
});
