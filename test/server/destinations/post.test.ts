import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import { getEventListeners } from 'node:events';
import type { IncomingHttpHeaders } from 'node:http';
import { text } from 'node:stream/consumers';
import { buildConnector } from 'undici';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { guardedConnect } from '../../../server/destinations/guard.ts';
import { createPoster, type Poster, type PosterOptions } from '../../../server/destinations/post.ts';
import { serve, serveBytes } from './servers.ts';

const CLOSED = { kind: 'no-response', error: 'The other side closed the connection without an answer.' };
const TOO_SLOW = { kind: 'no-response', error: 'No answer came in time.' };
const STOPPED = { kind: 'no-response', error: 'Cardwire stopped before an answer came.' };

function poster(options: Partial<PosterOptions> = {}): Poster {
  const made = createPoster({ connect: buildConnector({}), ...options });
  onTestFinished(() => made.close());
  return made;
}

/** Acts as soon as the poster has read the headers of an answer, and before it can have read a whole body. */
function onceHeadersCame(act: () => void): void {
  const listener = () => void setImmediate(act);
  subscribe('undici:request:headers', listener);
  onTestFinished(() => void unsubscribe('undici:request:headers', listener));
}

describe('a post', () => {
  it('carries the body as JSON in UTF-8 and says who sends it', async () => {
    const seen: {
      method?: string | undefined;
      url?: string | undefined;
      headers?: IncomingHttpHeaders;
      body?: string;
    } = {};
    const origin = await serve(async (request, response) => {
      Object.assign(seen, {
        method: request.method,
        url: request.url,
        headers: request.headers,
        body: await text(request),
      });
      response.end('1');
    });
    const body = '{"text":"Zoë → 😀"}';
    expect(await poster().post(`${origin}/hook?sp=%2Fa&sig=b#c`, body)).toEqual({
      kind: 'response',
      status: 200,
      body: '1',
    });
    expect(seen).toMatchObject({ method: 'POST', url: '/hook?sp=%2Fa&sig=b', body });
    expect(seen.headers).toMatchObject({
      'content-type': 'application/json; charset=utf-8',
      'content-length': String(Buffer.byteLength(body)),
      'user-agent': expect.stringMatching(/^Cardwire\/\d+\.\d+\.\d+/),
    });
  });

  it.each([202, 400, 404, 410, 429, 500, 503])(
    'brings back status %i with body and Retry-After',
    async (status) => {
      const origin = await serve((_request, response) => {
        response.writeHead(status, { 'retry-after': '17' }).end('Gründe');
      });
      expect(await poster().post(origin, '{}')).toEqual({
        kind: 'response',
        status,
        body: 'Gründe',
        retryAfter: '17',
      });
    },
  );

  it.each([301, 302, 303, 307, 308])('follows no redirect: %i is an answer', async (status) => {
    const asked: (string | undefined)[] = [];
    const origin = await serve((request, response) => {
      asked.push(request.url);
      response.writeHead(status, { location: '/elsewhere' }).end();
    });
    expect(await poster().post(`${origin}/hook`, '{}')).toMatchObject({ kind: 'response', status });
    expect(asked).toEqual(['/hook']);
  });

  it('goes where the connector passed in leads, with or without TLS', async () => {
    const origin = new URL(await serve((request, response) => response.end(request.headers.host)));
    const plain = buildConnector({});
    const connect: buildConnector.connector = (options, callback) =>
      plain({ ...options, protocol: 'http:', hostname: origin.hostname, port: origin.port }, callback);
    expect(await poster({ connect }).post('https://contoso.webhook.office.com/webhookb2/x', '{}')).toEqual({
      kind: 'response',
      status: 200,
      body: 'contoso.webhook.office.com',
    });
  });

  it('uses connections again', async () => {
    const ports = new Set<number | undefined>();
    const origin = await serve((request, response) => {
      ports.add(request.socket.remotePort);
      response.end('1');
    });
    const { post } = poster();
    for (let count = 0; count < 20; count += 1) await post(origin, '{}');
    expect(ports.size).toBeLessThan(5);
  });

  it('does not wait for others: 200 at a time reach one host', async () => {
    const waiting: (() => void)[] = [];
    const origin = await serve((_request, response) => {
      waiting.push(() => response.end('1'));
      if (waiting.length === 200) for (const answer of waiting) answer();
    });
    const { post } = poster();
    const answers = await Promise.all(Array.from({ length: 200 }, () => post(origin, '{}')));
    expect(new Set(answers.map((answer) => answer.kind))).toEqual(new Set(['response']));
  });
});

describe('a host that misbehaves', () => {
  it('and resets the connection before it answers has not answered', async () => {
    const origin = await serveBytes((socket) => socket.once('data', () => socket.resetAndDestroy()));
    expect(await poster().post(origin, '{}')).toEqual(CLOSED);
  });

  it('and hangs up before it answers has not answered', async () => {
    const origin = await serveBytes((socket) => socket.once('data', () => socket.end()));
    expect(await poster().post(origin, '{}')).toEqual(CLOSED);
  });

  it('and hangs up within the headers has not answered', async () => {
    const origin = await serveBytes((socket) =>
      socket.once('data', () => socket.end('HTTP/1.1 200 OK\r\nconte')),
    );
    expect(await poster().post(origin, '{}')).toMatchObject({ kind: 'no-response' });
  });

  it('and speaks no HTTP has not answered', async () => {
    const origin = await serveBytes((socket) =>
      socket.once('data', () => socket.end('SSH-2.0-OpenSSH_9.9\r\n')),
    );
    expect(await poster().post(origin, '{}')).toMatchObject({ kind: 'no-response' });
  });

  it('and sends headers without end has not answered', async () => {
    const origin = await serve((_request, response) => {
      response.writeHead(200, { 'x-long': 'a'.repeat(100_000) }).end('1');
    });
    expect(await poster().post(origin, '{}')).toMatchObject({ kind: 'no-response' });
  });

  it('and resets the connection after the headers has answered with what came', async () => {
    const origin = await serveBytes((socket) =>
      socket.once('data', () => {
        socket.write('HTTP/1.1 202 Accepted\r\ncontent-length: 100\r\n\r\nhalf', () =>
          socket.resetAndDestroy(),
        );
      }),
    );
    const answer = await poster().post(origin, '{}');
    expect(answer).toMatchObject({ kind: 'response', status: 202 });
  });

  it('and never ends its body has answered with what came in time', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    onTestFinished(() => void vi.useRealTimers());
    onceHeadersCame(() => vi.advanceTimersByTime(60_000));
    const origin = await serve((_request, response) => {
      response.writeHead(200).write('drip');
      const drip = setInterval(() => response.write('.'), 1);
      response.on('close', () => clearInterval(drip));
    });
    const answer = await poster({ timeoutMs: 60_000 }).post(origin, '{}');
    expect(answer).toMatchObject({
      kind: 'response',
      status: 200,
      body: expect.stringMatching(/^(drip\.*)?$/),
    });
  });

  it('and sends 100 MB is read for 8 KiB, then the connection is closed', async () => {
    const { promise: closed, resolve } = Promise.withResolvers<boolean>();
    const origin = await serve((_request, response) => {
      const piece = Buffer.alloc(65_536, 'a');
      let left = 100_000_000 / piece.length;
      const pour = () => {
        while (left > 0 && !response.destroyed) {
          left -= 1;
          if (!response.write(piece)) return;
        }
        response.end();
      };
      response.on('drain', pour).on('close', () => resolve(response.writableFinished));
      pour();
    });
    expect(await poster().post(origin, '{}')).toEqual({
      kind: 'response',
      status: 200,
      body: 'a'.repeat(8_192),
    });
    expect(await closed).toBe(false);
  });

  it('and cuts a character in two gives no broken text', async () => {
    const origin = await serve((_request, response) => response.end(`${'a'.repeat(8_191)}é`));
    expect(await poster().post(origin, '{}')).toMatchObject({ body: 'a'.repeat(8_191) });
  });

  it('and takes the connection but never answers is given up on', async () => {
    const origin = await serveBytes((socket) => socket.resume());
    expect(await poster({ timeoutMs: 50 }).post(origin, '{}')).toEqual(TOO_SLOW);
  });

  it('and never takes the connection is given up on', async () => {
    const connect: buildConnector.connector = () => {};
    const stuck = createPoster({ connect, timeoutMs: 50 });
    expect(await stuck.post('http://contoso.webhook.office.com/', '{}')).toEqual(TOO_SLOW);
  });

  it('and takes the connection too late is sent nothing of what was given up on', async () => {
    const bodies: string[] = [];
    const origin = await serve(async (request, response) => {
      bodies.push(await text(request));
      response.end('1');
    });
    const plain = buildConnector({});
    const held: (() => void)[] = [];
    const { post, close } = createPoster({
      connect: (options, callback) => void held.push(() => plain(options, callback)),
      timeoutMs: 50,
    });
    expect(await post(origin, 'given up')).toEqual(TOO_SLOW);
    expect(held).toHaveLength(1);
    for (const connect of held) connect();
    await close();
    expect(bodies).toEqual([]);
  });

  it('and refuses connections is told so', async () => {
    const origin = await serve(() => {});
    const { port } = new URL(origin);
    const connect: buildConnector.connector = (_options, callback) =>
      callback(
        Object.assign(new Error(`connect ECONNREFUSED 127.0.0.1:${port}`), { code: 'ECONNREFUSED' }),
        null,
      );
    expect(await poster({ connect }).post(origin, '{}')).toEqual({
      kind: 'no-response',
      error: 'The host refused the connection.',
    });
  });

  it('and answers TLS with something else is told so, without its address', async () => {
    const origin = await serveBytes((socket) =>
      socket.once('data', () => socket.end('HTTP/1.1 400 Bad Request\r\n\r\n')),
    );
    const answer = await poster().post(origin.replace('http:', 'https:'), '{}');
    expect(answer).toMatchObject({ kind: 'no-response', error: expect.stringContaining('encryption') });
  });

  it('and closes an idle connection costs no later post', async () => {
    const origin = await serve((_request, response) => {
      response.writeHead(200, { connection: 'close' }).end('1');
    });
    const { post } = poster();
    for (let count = 0; count < 3; count += 1)
      expect(await post(origin, '{}')).toMatchObject({ status: 200 });
  });
});

describe('stopping', () => {
  it('leaves nothing behind on the signal of those who post', async () => {
    const origin = await serve((_request, response) => response.end('1'));
    const { signal } = new AbortController();
    await poster().post(origin, '{}', signal);
    expect(getEventListeners(signal, 'abort')).toEqual([]);
  });

  it('gives up on the answer', async () => {
    const stop = new AbortController();
    const origin = await serve(() => stop.abort());
    expect(await poster().post(origin, '{}', stop.signal)).toEqual(STOPPED);
  });

  it('before the post sends nothing', async () => {
    let requests = 0;
    const origin = await serve((_request, response) => {
      requests += 1;
      response.end('1');
    });
    expect(await poster().post(origin, '{}', AbortSignal.abort())).toEqual(STOPPED);
    expect(requests).toBe(0);
  });

  it('while the body comes keeps the answer', async () => {
    const stop = new AbortController();
    onceHeadersCame(() => stop.abort());
    const origin = await serve((_request, response) => void response.writeHead(202).write('to be cont'));
    expect(await poster().post(origin, '{}', stop.signal)).toMatchObject({ kind: 'response', status: 202 });
  });

  it('waits at close for the posts that are under way, and takes none after', async () => {
    const { promise: arrived, resolve } = Promise.withResolvers<() => void>();
    const origin = await serve((_request, response) => resolve(() => response.end('1')));
    const { post, close } = createPoster({ connect: buildConnector({}) });
    const posting = post(origin, '{}');
    const answer = await arrived;
    const closing = close();
    expect(await post(origin, '{}')).toEqual(STOPPED);
    answer();
    expect(await posting).toMatchObject({ status: 200 });
    await closing;
  });
});

it('what is no address is no answer, and is not repeated', async () => {
  expect(await poster().post('no address: sig=secret', '{}')).toEqual({
    kind: 'no-response',
    error: 'The request failed (ERR_INVALID_URL).',
  });
});

it('behind the guard nothing reaches this machine', async () => {
  let requests = 0;
  const origin = await serve((_request, response) => {
    requests += 1;
    response.end('1');
  });
  const guarded = poster({ connect: guardedConnect({ resolve: async () => ['127.0.0.1'] }) });
  const refused = {
    kind: 'no-response',
    error: 'The host has an address in a private or reserved network; Cardwire does not connect there.',
  };
  expect(await guarded.post(origin, '{}')).toEqual(refused);
  expect(await guarded.post(origin.replace('127.0.0.1', 'contoso.webhook.office.com'), '{}')).toEqual(
    refused,
  );
  expect(requests).toBe(0);
});
