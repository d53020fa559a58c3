import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { listAt, valueAt } from '../../../server/events/fields.ts';
import { events } from '../../events.ts';
import { openTestSite, type TestNode, type TestSite } from '../../node.ts';
import { newConnector } from '../../webhook-urls.ts';
import { serve } from '../destinations/servers.ts';
import { ACTION_SECRET } from './action-secret.ts';

const PATIENCE = { timeout: 15_000, interval: 20 };
const actions = [{ id: 'approve', title: 'Approve' }];

let site: TestSite;
beforeAll(async () => {
  site = await openTestSite();
});
afterAll(() => site.close());

/** The bodies of the buttons that a webhook was sent. */
const buttonsAt = (url: string) =>
  site.teams
    .posts(url)
    .flatMap((card) => listAt(card, 'potentialAction'))
    .filter((button) => valueAt(button, '@type') === 'HttpPOST')
    .map((button) => String(valueAt(button, 'body')));

async function pressAll(node: TestNode, buttons: readonly string[]): Promise<number[]> {
  const times: number[] = [];
  for (const button of buttons) {
    const startedAt = performance.now();
    const answer = await node.press(button);
    times.push(performance.now() - startedAt);
    expect(answer.status).toBe(200);
  }
  return times.sort((one, other) => one - other);
}

it('what is pressed is answered within a second while the operator hangs, and arrives when they are back', async () => {
  const met: string[] = [];
  const hanging = await serve((request) => void met.push(String(request.headers['webhook-id'])));
  const node = await site.startNode({ ACTION_URL: hanging, ACTION_SECRET });
  const url = newConnector();
  await node.configure(url);
  await node.send(events(5).map((event) => ({ ...event, data: { ...event.data, actions } })));
  await expect.poll(() => buttonsAt(url).length, PATIENCE).toBe(5);

  const times = await pressAll(node, buttonsAt(url));
  expect(times[2]).toBeLessThan(1_000);
  await expect.poll(() => new Set(met).size, PATIENCE).toBe(5);
  await node.stop();

  const received: string[] = [];
  const back = await serve(async (request, response) => {
    await text(request);
    received.push(String(request.headers['webhook-id']));
    response.writeHead(204).end();
  });
  await site.startNode({ ACTION_URL: back, ACTION_SECRET });
  await expect.poll(() => received.length, PATIENCE).toBe(5);
  expect(new Set(received)).toEqual(new Set(met));
  const delivered = () => site.storage.prisma.cardAction.count({ where: { state: 'delivered' } });
  await expect.poll(delivered, PATIENCE).toBe(5);
});
