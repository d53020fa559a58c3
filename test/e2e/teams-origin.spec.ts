import { expect, test } from '@playwright/test';
import { watchConsole } from './console.ts';
import { githubPayload, sendGithub } from './github.ts';
import { startProductionServer, startSandboxServer, type TestServer } from './server.ts';
import { walk } from './walk.ts';

const TEAMS = 'https://teams.microsoft.com';

let sandbox: TestServer;
let production: TestServer;
test.beforeAll(async () => {
  sandbox = await startSandboxServer();
  production = await startProductionServer(sandbox.origin);
});
test.afterAll(async () => {
  await production.stop();
  await sandbox.stop();
});

test('in production, the pages work for the host at teams.microsoft.com', async ({ page, context }) => {
  const complaints = await watchConsole(page);
  // The frame is on this machine, its host on the internet: browsers ask the user for that.
  await context.grantPermissions(['local-network-access'], { origin: TEAMS });
  await page.route(`${TEAMS}/**`, async (route) => {
    const url = new URL(route.request().url());
    // A stream of events never ends, so it cannot be passed on: the walk looks again instead.
    if (route.request().headers().accept === 'text/event-stream') return route.abort();
    const response = await route.fetch({
      url: `${sandbox.origin}${url.pathname}${url.search}`,
      headers: { ...route.request().headers(), origin: sandbox.origin },
    });
    return route.fulfill({ response });
  });
  await page.goto(`${TEAMS}/sandbox?app=${encodeURIComponent(production.origin)}`);

  await walk({
    page,
    async sendPush() {
      const response = await sendGithub(production.origin, 'push', githubPayload('push'));
      const { events } = (await response.json()) as { events: { channels: number }[] };
      return events[0]?.channels ?? 0;
    },
    async refresh() {
      await page.reload();
    },
  });
  expect(complaints.filter((complaint) => !complaint.includes('ERR_FAILED'))).toEqual([]);
});
