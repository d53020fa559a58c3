import pg from 'pg';
import { afterAll, beforeAll, expect, it, onTestFinished } from 'vitest';
import { POSTS_KEPT, POSTS_PAGE } from '../../../server/sandbox/post-store.ts';
import type { Post, Posts } from '../../../server/sandbox/schema.ts';
import { createEmptyDatabase, type TestDatabase } from '../../database.ts';
import { BUILDS, channelPath, GENERAL, type RunningSandbox, runSandbox } from './running-sandbox.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await createEmptyDatabase();
});
afterAll(() => database.drop());

/** Puts posts into a channel past the webhooks and their pace. */
async function fill(channelId: string, count: number): Promise<void> {
  const client = new pg.Client({ connectionString: database.url });
  await client.connect();
  await client.query(
    `INSERT INTO sandbox.post (channel_id, sender_name, sender_kind, format, content)
     SELECT $1, 'Filler', 'connector', 'text', to_json('post ' || number)
     FROM generate_series(1, $2) AS number`,
    [channelId, count],
  );
  await client.end();
}

/** Follows the stream of posts as a browser does. `next` waits for one more. */
async function follow(sandbox: RunningSandbox, after: number, headers: Record<string, string> = {}) {
  const stop = new AbortController();
  onTestFinished(() => stop.abort());
  const response = await fetch(`${sandbox.origin}/sandbox/api/stream?after=${after}`, {
    headers: { 'sec-fetch-site': 'same-origin', ...headers },
    signal: stop.signal,
  });
  const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
  let received = '';
  return {
    response,
    /** The rest of the stream: nothing when it has ended. */
    async end(): Promise<boolean> {
      return (await reader?.read())?.done === true;
    },
    async next(): Promise<Post> {
      for (;;) {
        const event = /event: post\ndata: (.*)\n\n/.exec(received);
        if (event?.[1]) {
          received = received.slice(event.index + event[0].length);
          return JSON.parse(event[1]);
        }
        const part = await reader?.read();
        if (!part || part.done) throw new Error('The stream has ended');
        received += part.value;
      }
    },
  };
}

it('keeps the newest 500 posts of a channel and leaves other channels alone', async () => {
  const sandbox = await runSandbox(database.url);
  const { url } = await sandbox.createWebhook(GENERAL, 'connector');
  await fill(BUILDS, 3);
  await fill(GENERAL, POSTS_KEPT + 20);
  await sandbox.postTo(url, { text: 'the newest' });

  const { body } = await sandbox.call<Posts>('GET', '/posts?after=0');
  const client = new pg.Client({ connectionString: database.url });
  await client.connect();
  const { rows } = await client.query(
    'SELECT channel_id, count(*)::int FROM sandbox.post GROUP BY channel_id ORDER BY count',
  );
  await client.end();
  expect(rows).toEqual([
    { channel_id: BUILDS, count: 3 },
    { channel_id: GENERAL, count: POSTS_KEPT },
  ]);
  expect(body.posts.at(-1)?.content).toBe('the newest');
});

it('gives the newest posts of a channel, oldest first, and pages back through the rest', async () => {
  const sandbox = await runSandbox(database.url);
  await fill(GENERAL, POSTS_PAGE + 5);
  const newest = await sandbox.posts(GENERAL);
  expect(newest).toHaveLength(POSTS_PAGE);
  expect(newest.at(-1)?.content).toBe(`post ${POSTS_PAGE + 5}`);
  const first = newest[0]?.id ?? 0;
  const { body } = await sandbox.call<Posts>('GET', channelPath(GENERAL, `posts?before=${first}`));
  const ids = body.posts.map(({ id }) => id);
  expect(ids).toEqual([...ids].sort((one, other) => one - other));
  expect(Math.max(...ids)).toBeLessThan(first);
});

it('tells open pages of a new post at once', async () => {
  const sandbox = await runSandbox(database.url);
  const { url } = await sandbox.createWebhook(GENERAL, 'connector');
  const stream = await follow(sandbox, 999_999);
  expect(stream.response.headers.get('content-type')).toContain('text/event-stream');
  await sandbox.postTo(url, { text: 'Hello' });
  expect(await stream.next()).toMatchObject({ channelId: GENERAL, content: 'Hello' });
});

it('gives a page that comes back what it missed', async () => {
  const sandbox = await runSandbox(database.url);
  const { url } = await sandbox.createWebhook(GENERAL, 'connector');
  await sandbox.postTo(url, { text: 'seen' });
  const seen = (await sandbox.posts(GENERAL)).at(-1)?.id ?? 0;
  await sandbox.postTo(url, { text: 'missed' });

  const byAddress = await follow(sandbox, seen);
  expect((await byAddress.next()).content).toBe('missed');
  // What the browser remembers is newer than the address that the page once opened.
  const byHeader = await follow(sandbox, 0, { 'last-event-id': String(seen) });
  expect((await byHeader.next()).content).toBe('missed');
});

it('can be closed while pages have the stream open', async () => {
  const sandbox = await runSandbox(database.url);
  const stream = await follow(sandbox, 999_999);
  const greeting = await stream.end();
  expect(greeting).toBe(false);
  await sandbox.app.close();
  expect(await stream.end()).toBe(true);
});
