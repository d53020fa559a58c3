import type { Page } from '@playwright/test';

/** A line as browsers' developer tools have it. */
export interface Line {
  name: string;
  /** From a request to its answer's first byte, besides the server's time. */
  latencyMs: number;
  downKbit: number;
  upKbit: number;
}

/** "Slow 4G" of Chromium's developer tools, and no slowing down. */
export const LINES: readonly Line[] = [
  { name: 'Slow 4G', latencyMs: 562.5, downKbit: 1_440, upKbit: 675 },
  { name: 'this machine', latencyMs: 0, downKbit: -1, upKbit: -1 },
];

/** Slows everything down that the page and its frames load, with nothing in the cache. */
export async function putOn({ latencyMs, downKbit, upKbit }: Line, page: Page): Promise<void> {
  const session = await page.context().newCDPSession(page);
  await session.send('Network.enable');
  await session.send('Network.setCacheDisabled', { cacheDisabled: true });
  await session.send('Network.emulateNetworkConditions', {
    offline: false,
    latency: latencyMs,
    downloadThroughput: downKbit < 0 ? -1 : (downKbit * 1_000) / 8,
    uploadThroughput: upKbit < 0 ? -1 : (upKbit * 1_000) / 8,
  });
}
