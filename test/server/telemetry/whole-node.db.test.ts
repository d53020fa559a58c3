import { afterAll, beforeAll, expect, it } from 'vitest';
import { event } from '../../events.ts';
import { openTestSite, type TestSite } from '../../node.ts';
import { SIGNATURE } from '../destinations/webhooks.ts';

const WEBHOOK = `https://a.00.environment.api.powerplatform.com/powerautomate/automations/direct/workflows/${'3'.repeat(32)}/triggers/manual/paths/invoke?api-version=1&sig=${SIGNATURE}`;

let site: TestSite;
beforeAll(async () => {
  site = await openTestSite();
});
afterAll(() => site.close());

const get = (port: number, path: string) => fetch(`http://127.0.0.1:${port}${path}`);

it('a server that has started is ready and holds all shards; a second one takes its half', async () => {
  const first = await site.startNode();
  expect(await (await get(first.port, '/health/ready')).json()).toEqual({
    status: 'ready',
    shards: 64,
    nodes: 1,
  });
  const second = await site.startNode();
  const shardsOf = async (port: number) => {
    const { shards } = (await (await get(port, '/health/ready')).json()) as { shards?: number };
    return shards;
  };
  await expect
    .poll(async () => [await shardsOf(first.port), await shardsOf(second.port)], {
      timeout: 15_000,
      interval: 100,
    })
    .toEqual([32, 32]);
  await second.stop();
});

it('what a server delivers is counted, without ids and the webhook’s secrets', async () => {
  const own = await openTestSite();
  const node = await own.startNode();
  const id = await node.configure(WEBHOOK);
  await node.send([event(), event()]);
  await expect
    .poll(async () => (await node.deliveries(id)).map(({ state }) => state), {
      timeout: 15_000,
      interval: 20,
    })
    .toEqual(['sent', 'sent']);
  const text = await (await get(node.port, '/metrics')).text();
  expect(text).toContain('cardwire_attempts_total{kind="single",verdict="accepted"} 2');
  expect(text).toContain('cardwire_acceptance_to_post_seconds_count{verdict="accepted"} 2');
  expect(text).toContain('cardwire_events_total{result="new"} 2');
  expect(text).not.toContain(SIGNATURE);
  expect(text).not.toContain(id);
  await own.close();
});
