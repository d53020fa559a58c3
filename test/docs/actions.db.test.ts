import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { forwardedBody } from '../../server/card-actions/forwarded-body.ts';
import { listAt, valueAt } from '../../server/events/fields.ts';
import { readSettings } from '../../server/settings.ts';
import { event } from '../events.ts';
import { openTestSite, type TestNode, type TestSite } from '../node.ts';
import { newConnector } from '../webhook-urls.ts';
import { readPage, requestOf } from './page.ts';

const { blocks } = readPage('actions.md');
const SECRET = `whsec_${Buffer.alloc(32, 3).toString('base64')}`;
const PATIENCE = { timeout: 15_000, interval: 20 };

let site: TestSite;
let node: TestNode;
let receiver: ChildProcessWithoutNullStreams;
let receiverUrl: string;
let printed = '';
beforeAll(async () => {
  const port = await freePort();
  receiverUrl = `http://127.0.0.1:${port}/`;
  receiver = spawn(process.execPath, ['--input-type=module'], {
    env: { ...process.env, ACTION_SECRET: SECRET, PORT: String(port) },
  });
  receiver.stdout.on('data', (chunk: Buffer) => {
    printed += chunk.toString();
  });
  receiver.stdin.end(blocks('js')[0]);
  site = await openTestSite();
  node = await site.startNode({ ACTION_URL: receiverUrl, ACTION_SECRET: SECRET });
});
afterAll(async () => {
  await site.close();
  receiver.kill();
  await once(receiver, 'exit');
});

/** The buttons of all these MessageCards. */
function buttonsOf(posts: readonly unknown[]): { name: unknown; target: unknown; body: string }[] {
  return posts
    .flatMap((post) => listAt(post, 'potentialAction'))
    .map((button) => ({
      name: valueAt(button, 'name'),
      target: valueAt(button, 'target'),
      body: String(valueAt(button, 'body')),
    }));
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  return typeof address === 'object' && address ? address.port : 0;
}

describe('the way of docs/actions.md', () => {
  it('leads from the page’s event to the page’s receiver', async () => {
    const url = newConnector();
    await node.configure(url);
    const { body } = requestOf(blocks('sh').find((block) => block.includes('"approve"')) ?? '');
    const { data, title, ...attributes } = body;
    await node.send([event({ ...attributes, data: { title, ...data } })]);
    const approve = () => buttonsOf(site.teams.posts(url)).find(({ name }) => name === 'Approve');
    await expect.poll(approve, PATIENCE).toMatchObject({
      target: 'https://cardwire.example.com/api/card-actions',
    });

    const answer = await node.press(approve()?.body ?? '');
    expect(answer.status).toBe(200);
    expect(answer.headers.get('card-action-status')).toBe('The order is approved.');
    await expect.poll(() => printed, PATIENCE).toBe('Zoë Ferrand: approve order-7\n');
    await expect
      .poll(() => site.storage.prisma.cardAction.findFirst(), PATIENCE)
      .toMatchObject({
        state: 'delivered',
      });
  });

  it('is closed at its end to whoever has no secret', async () => {
    const headers = { 'webhook-id': 'x', 'webhook-timestamp': '1', 'webhook-signature': 'v1,x' };
    const answer = await fetch(receiverUrl, { method: 'POST', body: '{}', headers });
    expect(answer.status).toBe(401);
  });
});

it('the page shows the body as it is sent', () => {
  const shown = JSON.parse(blocks('json')[0] ?? '');
  const { action, person, channel, event } = shown.data;
  const sent = forwardedBody({
    action,
    person,
    channel,
    event: { ...event, time: new Date(event.time), data: {} },
    at: new Date(shown.timestamp),
  });
  expect(JSON.parse(sent)).toEqual(shown);
});

it('the page’s settings are ones that the server takes', () => {
  const command = blocks('sh').find((block) => block.startsWith('ACTION_URL')) ?? '';
  const given = command.replace('$(openssl rand -base64 32)', Buffer.alloc(32, 1).toString('base64'));
  const env = Object.fromEntries([...given.matchAll(/([A-Z_]+)=(\S+)/g)].map((match) => match.slice(1)));
  expect(readSettings(env).actions).toMatchObject({ url: 'http://localhost:4000/' });
});
