import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import type { ChannelNews } from '../../../server/configurations/schema.ts';
import { event } from '../../events.ts';
import { openTestSite, type TestNode, type TestSite } from '../../node.ts';
import { newWorkflow } from '../../webhook-urls.ts';

let site: TestSite;
let near: TestNode;
let far: TestNode;
beforeAll(async () => {
  site = await openTestSite();
  [near, far] = [await site.startNode(), await site.startNode()];
});
afterAll(() => site.close());

const PATIENCE = { timeout: 15_000, interval: 20 };
const open: AbortController[] = [];
afterEach(() => {
  for (const one of open.splice(0)) one.abort();
});

/** Reads the stream of a configuration, as a page does. */
async function follow(node: TestNode, id: string, last?: string) {
  const control = new AbortController();
  open.push(control);
  const response = await node.open(`/api/configurations/${id}/stream`, {
    signal: control.signal,
    headers: last === undefined ? {} : { 'last-event-id': last },
  });
  let text = '';
  const ended = (async () => {
    const decoder = new TextDecoder();
    for await (const chunk of response.body ?? []) text += decoder.decode(chunk, { stream: true });
  })().catch(() => {});
  const news = () =>
    [...text.matchAll(/^id: (.*)\nevent: channel\ndata: (.*)$/gm)].map(([, mark = '', data = '']) => ({
      mark,
      ...(JSON.parse(data) as ChannelNews),
    }));
  const states = () =>
    news()
      .at(-1)
      ?.deliveries.items.map(({ state }) => state);
  return { response, ended, news, states, text: () => text };
}

it('a page is told what happens to its channel, whichever node delivers', async () => {
  const id = await near.configure(newWorkflow());
  const pages = [await follow(near, id), await follow(far, id)];
  for (const { response } of pages) {
    expect(response.headers.get('content-type')).toContain('text/event-stream');
    expect(response.headers.get('cache-control')).toBe('no-store');
    expect(response.headers.get('content-security-policy')).toBeTruthy();
  }
  await near.send([event()]);
  for (const page of pages) await expect.poll(page.states, PATIENCE).toEqual(['sent']);
  await far.remove(id);
  for (const page of pages)
    await expect.poll(() => page.news().at(-1)?.configuration.state, PATIENCE).toBe('removed');
});

it('a page that comes back is told only what it missed', async () => {
  const id = await near.configure(newWorkflow());
  await near.send([event()]);
  const first = await follow(near, id);
  await expect.poll(first.states, PATIENCE).toEqual(['sent']);
  const mark = first.news().at(-1)?.mark ?? '';

  const again = await follow(far, id, mark);
  await expect.poll(again.text, PATIENCE).toContain(': the channel follows');
  await near.send([event()]);
  await expect.poll(again.states, PATIENCE).toEqual(['sent', 'sent']);
  expect(again.news().every((one) => one.mark !== mark)).toBe(true);
});

it('a replay is told, too', async () => {
  const url = newWorkflow();
  const id = await near.configure(url);
  site.teams.answer(url, { status: 400, body: 'Bad card' }, { status: 202 });
  await near.send([event()]);
  const page = await follow(near, id);
  await expect.poll(page.states, PATIENCE).toEqual(['failed']);
  await near.post(`/api/configurations/${id}/replay`, { failed: true });
  await expect.poll(page.states, PATIENCE).toEqual(['sent']);
});

it('nobody else’s stream is opened', async () => {
  const unknown = await near.open(`/api/configurations/${'x'.repeat(22)}/stream`);
  expect(unknown.status).toBe(404);
  const nobody = await fetch(`http://127.0.0.1:${near.port}/api/configurations/${'x'.repeat(22)}/stream`);
  expect(nobody.status).toBe(401);
});

it('open streams do not keep a server from stopping', async () => {
  const node = await site.startNode();
  const id = await node.configure(newWorkflow());
  const page = await follow(node, id);
  await expect.poll(page.news, PATIENCE).not.toEqual([]);
  const began = performance.now();
  await node.stop();
  expect(performance.now() - began).toBeLessThan(8_000);
  await page.ended;
});
