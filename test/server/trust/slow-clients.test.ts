import { type AddressInfo, connect, type Socket } from 'node:net';
import Fastify, { type FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { connectionLimits } from '../../../server/connection-limits.ts';

/** The same, a hundred times as fast. */
const TIMES = { headersMs: 150, requestMs: 300, silenceMs: 1_000, checkMs: 50 };

async function listen(limits: ReturnType<typeof connectionLimits>): Promise<FastifyInstance> {
  const app = Fastify(limits);
  app.post('/takes', async () => ({}));
  app.get('/gives', async () => Buffer.alloc(64 * 1_048_576));
  await app.listen({ port: 0, host: '127.0.0.1' });
  return app;
}

let app: FastifyInstance;
/** For what is wrong at once: a machine that is busy must not make it slow besides. */
let patient: FastifyInstance;
beforeAll(async () => {
  [app, patient] = [await listen(connectionLimits(TIMES)), await listen(connectionLimits())];
});
afterAll(async () => {
  await app.close();
  await patient.close();
});

const portOf = ({ server }: FastifyInstance) => (server.address() as AddressInfo).port;

const HEAD = 'POST /takes HTTP/1.1\r\nhost: a\r\ncontent-type: application/json\r\n';

/** What a client hears until the server closes the connection; it sends a little again and again. */
function hear(beginning: string, drip = '', server = app): Promise<string> {
  const socket = connect(portOf(server), '127.0.0.1');
  const { promise, resolve } = Promise.withResolvers<string>();
  let heard = '';
  socket.on('data', (bytes) => {
    heard += bytes.toString('latin1');
  });
  socket.on('error', () => {});
  socket.write(beginning);
  const dripping = setInterval(() => socket.writable && drip && socket.write(drip), 20);
  socket.on('close', () => {
    clearInterval(dripping);
    resolve(heard);
  });
  return promise;
}

function expectCut(heard: string, status: number, code: string): void {
  expect(heard).toMatch(new RegExp(`^HTTP/1\\.1 ${status} [A-Z]`));
  expect(heard).toContain('content-type: application/problem+json');
  expect(heard).toContain('connection: close');
  expect(JSON.parse(heard.split('\r\n\r\n')[1] ?? '')).toMatchObject({ code, status });
}

describe('a client is cut', () => {
  it.each([
    ['says nothing', '', ''],
    ['sends headers line by line', 'GET /gives HTTP/1.1\r\n', 'x: y\r\n'],
    ['sends one header letter by letter', 'GET /gives HTTP/1.1\r\nx: ', 'y'],
    ['sends its body letter by letter', `${HEAD}content-length: 1000\r\n\r\n`, ' '],
    ['sends its body in pieces without end', `${HEAD}transfer-encoding: chunked\r\n\r\n`, '1\r\n \r\n'],
    ['promises a body that never comes', `${HEAD}content-length: 1000\r\n\r\n`, ''],
  ])('that %s', async (_what, beginning, drip) => {
    expectCut(await hear(beginning, drip), 408, 'request-too-slow');
  });

  it('that does not read what it asked for', async () => {
    const socket: Socket = connect(portOf(app), '127.0.0.1');
    socket.on('error', () => {});
    socket.pause();
    socket.write('GET /gives HTTP/1.1\r\nhost: a\r\n\r\n');
    const connections = () =>
      new Promise((resolve) => app.server.getConnections((_error, count) => resolve(count)));
    await expect.poll(connections, { timeout: 10_000 }).toBeGreaterThan(0);
    await expect.poll(connections, { timeout: 10_000 }).toBe(0);
    socket.destroy();
  });

  it('that sends more headers than there can be', async () => {
    const heard = await hear(`GET /gives HTTP/1.1\r\nx: ${'y'.repeat(20_000)}`, '', patient);
    expectCut(heard, 431, 'headers-too-large');
  });

  it.each([
    ['no HTTP', 'very-secret\r\n\r\n'],
    ['two lengths', `${HEAD}content-length: 1\r\ncontent-length: 2\r\n\r\n{}`],
    ['a length and pieces', `${HEAD}content-length: 4\r\ntransfer-encoding: chunked\r\n\r\n0\r\n\r\n`],
    ['a header with a break in it', 'GET /gives HTTP/1.1\r\nhost: a\r\nx: a\rb\r\n\r\n'],
  ])('that sends %s', async (_what, sent) => {
    const heard = await hear(sent, '', patient);
    expectCut(heard, 400, 'invalid-request');
    expect(heard).not.toContain('very-secret');
  });
});

it('a server gives people some seconds, and streams longer than they are silent', () => {
  expect(connectionLimits()).toMatchObject({
    requestTimeout: 30_000,
    connectionTimeout: 120_000,
    http: { headersTimeout: 15_000, connectionsCheckingInterval: 5_000 },
  });
});
