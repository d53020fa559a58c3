import { cleanup, configure } from '@testing-library/react';
import { afterEach, beforeEach, expect, vi } from 'vitest';

// The SDK fetches Microsoft's list of valid hosts as soon as it is imported, and falls back to its own.
globalThis.fetch = () => Promise.reject(new TypeError('There is no network in tests'));

// Waiting ends as soon as its condition holds; the limits only have to suit a busy machine.
configure({ asyncUtilTimeout: 15_000 });
vi.setConfig({ testTimeout: 60_000 });

beforeEach(() => {
  // React, Fluent UI and the SDK report mistakes there; a page that works reports none.
  vi.spyOn(console, 'error');
});

afterEach(() => {
  cleanup();
  vi.useRealTimers();
  vi.unstubAllGlobals();
  const reports = vi.mocked(console.error).mock.calls;
  vi.restoreAllMocks();
  expect(reports).toEqual([]);
});
