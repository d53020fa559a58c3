import { type Browser, expect } from '@playwright/test';
import { type HostPlan, hostPage } from '../states/host-page.ts';
import { type Line, putOn } from './slow-line.ts';

const TEAMS = 'https://teams.microsoft.com';
const REPEATS = 5;

/** Pages in their hosts' frames; these need no sign-in for what is measured. */
const FRAMES: Readonly<Record<string, HostPlan>> = {
  config: {
    frame: 'settings',
    config: { webhookUrl: 'https://contoso.webhook.office.com/x', appType: 'teams' },
  },
  channel: { frame: 'content' },
  remove: { frame: 'remove' },
};
export const MEASURED_PAGES = Object.keys(FRAMES);

/** From the navigation of the frame on, in milliseconds: medians of five. */
export interface Paint {
  page: string;
  line: string;
  /** The first pixels: the shell. */
  firstPaintMs: number;
  /** The page's own heading is there, so its content is. */
  contentMs: number;
}

/** Opens the page on this line, five times, each in a browser context of its own. */
export async function measurePaint(
  browser: Browser,
  origin: string,
  page: string,
  line: Line,
): Promise<Paint> {
  const runs = [];
  for (let run = 0; run < REPEATS; run += 1) runs.push(await paintOnce(browser, origin, page, line));
  return {
    page,
    line: line.name,
    firstPaintMs: median(runs.map(({ firstPaintMs }) => firstPaintMs)),
    contentMs: median(runs.map(({ contentMs }) => contentMs)),
  };
}

async function paintOnce(browser: Browser, origin: string, name: string, line: Line) {
  const context = await browser.newContext();
  try {
    // The frame is on this machine, its host on the internet: browsers ask the user for that.
    await context.grantPermissions(['local-network-access'], { origin: TEAMS });
    const page = await context.newPage();
    await putOn(line, page);
    const plan = FRAMES[name] ?? { frame: 'content' };
    const host = { theme: 'default', locale: 'en-US', channelName: 'General' };
    const body = hostPage(`${origin}/${name}`, plan, host);
    await page.route('https://res.cdn.office.net/**', (route) =>
      route.fulfill({ json: { validOrigins: [] } }),
    );
    await page.route(`${TEAMS}/**`, (route) => route.fulfill({ contentType: 'text/html', body }));
    await page.goto(TEAMS, { waitUntil: 'commit' });
    const frame = page.frameLocator('iframe');
    await expect(frame.getByRole('heading', { level: 1 })).toBeVisible({ timeout: 60_000 });
    return await frame.locator('html').evaluate((root) => {
      const { performance } = root.ownerDocument.defaultView;
      const [paint] = performance.getEntriesByName('first-paint');
      return { firstPaintMs: paint.startTime, contentMs: performance.now() };
    });
  } finally {
    await context.close();
  }
}

function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  return Math.round(sorted[Math.floor(sorted.length / 2)] ?? Number.NaN);
}
