import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import pg from 'pg';
import { pino } from 'pino';
import { request } from 'undici';
import { afterAll, beforeAll, expect, it, onTestFinished } from 'vitest';
import { buildAlone } from '../../../../server/sandbox/alone/build-alone.ts';
import type { SandboxState, SandboxWebhook } from '../../../../server/sandbox/schema.ts';
import { createEmptyDatabase, type TestDatabase } from '../../../database.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await createEmptyDatabase();
});
afterAll(() => database.drop());

/** An app that answers with these headers and the body it got, and the sandbox alone with it. */
async function run(headers: Record<string, string> = {}) {
  const seen: IncomingMessage[] = [];
  const upstream = createServer(async (message, response) => {
    seen.push(message);
    const body = await text(message);
    response.writeHead(201, headers).end(`${message.method} ${message.url} ${body}`);
  });
  await new Promise<void>((resolve) => upstream.listen(0, '127.0.0.1', resolve));
  const appOrigin = `http://127.0.0.1:${(upstream.address() as AddressInfo).port}`;
  const pool = new pg.Pool({ connectionString: database.url });
  // The database goes at the end, and may cut a connection that is just closing.
  pool.on('error', () => {});
  const sandbox = await buildAlone({
    pool,
    logger: pino({ level: 'silent' }),
    app: { app: new URL(`${appOrigin}/setup?theme={theme}`), name: 'Weather' },
    origin: () => origin,
  });
  const origin = await sandbox.listen({ port: 0, host: '127.0.0.1' });
  onTestFinished(async () => {
    await sandbox.close();
    await pool.end();
    upstream.closeAllConnections();
    await new Promise((resolve) => upstream.close(resolve));
  });
  return { origin, appOrigin, seen, upstream };
}

it('passes on what is not its own, with method, query and body, as if it came from the app’s own pages', async () => {
  const { origin, appOrigin, seen } = await run();
  const answer = await request(`${origin}/api/towns?q=%C3%A9`, {
    method: 'PATCH',
    headers: { origin, referer: `${origin}/setup`, cookie: 'a=b', 'content-type': 'text/odd' },
    body: 'Brest',
  });
  expect([answer.statusCode, await answer.body.text()]).toEqual([201, 'PATCH /api/towns?q=%C3%A9 Brest']);
  expect(seen[0]?.headers).toMatchObject({
    host: new URL(appOrigin).host,
    origin: appOrigin,
    referer: `${appOrigin}/setup`,
    cookie: 'a=b',
    'content-type': 'text/odd',
  });
});

it('passes on files that are not its own, and pages at its root', async () => {
  const { origin } = await run();
  for (const path of ['/', '/assets/main.js', '/config']) {
    expect(await (await fetch(origin + path)).text()).toBe(`GET ${path} `);
  }
});

it('lets pages be framed, and leads redirects to itself', async () => {
  const { origin, appOrigin } = await run({
    'x-frame-options': 'DENY',
    'content-security-policy': "default-src 'self'; frame-ancestors https://teams.microsoft.com; img-src *",
  });
  const { headers } = await fetch(`${origin}/setup`);
  expect(headers.get('x-frame-options')).toBeNull();
  expect(headers.get('content-security-policy')).toBe("default-src 'self'; img-src *");
  const moved = await run({ location: 'http://127.0.0.1:1/elsewhere' });
  expect((await request(`${moved.origin}/a`)).headers.location).toBe('http://127.0.0.1:1/elsewhere');
  expect(appOrigin).not.toBe(origin);
});

it('tells its page which app it runs for, and gives webhooks that every program reaches', async () => {
  const { origin } = await run();
  const state = (await (
    await fetch(`${origin}/sandbox/api/state`, { headers: { origin } })
  ).json()) as SandboxState;
  expect(state).toMatchObject({ appName: 'Weather', appPath: '/setup?theme={theme}' });
  const channel = encodeURIComponent(state.channels[0]?.id ?? '');
  const made = await fetch(`${origin}/sandbox/api/channels/${channel}/webhooks`, {
    method: 'POST',
    headers: { origin, 'content-type': 'application/json' },
    body: JSON.stringify({ kind: 'connector', name: 'Weather' }),
  });
  const { url } = (await made.json()) as SandboxWebhook;
  expect(new URL(url).origin).toBe(origin);
  expect(await (await fetch(url, { method: 'POST', body: '{"text":"Rain"}' })).text()).toBe('1');
});

it('says when the app does not answer, and answers no name but its own', async () => {
  const { origin, upstream } = await run();
  const foreign = await request(`${origin}/setup`, { headers: { host: 'evil.example' } });
  expect(foreign.statusCode).toBe(403);
  upstream.closeAllConnections();
  await new Promise((resolve) => upstream.close(resolve));
  const answer = await fetch(`${origin}/setup`);
  expect([answer.status, await answer.text()]).toEqual([503, expect.stringContaining('Does it run?')]);
});
