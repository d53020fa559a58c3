import { once } from 'node:events';
import { type AddressInfo, createServer, type Server, type Socket } from 'node:net';
import type { buildConnector } from 'undici';
import { afterEach, describe, expect, it } from 'vitest';
import { ADDRESS_REFUSED, type GuardOptions, guardedConnect } from '../../../server/destinations/guard.ts';

const servers: Server[] = [];
afterEach(async () => {
  for (const server of servers.splice(0)) {
    server.close();
    await once(server, 'close');
  }
});

interface Listener {
  port: string;
  /** What the first connection sends first. */
  firstBytes: Promise<Buffer>;
  connections: () => number;
}

/** A server that hears one greeting and hangs up. */
async function listen(): Promise<Listener> {
  let connections = 0;
  const { promise, resolve } = Promise.withResolvers<Buffer>();
  const server = createServer((socket) => {
    connections += 1;
    socket.on('error', () => {});
    socket.once('data', (bytes) => {
      resolve(bytes);
      socket.destroy();
    });
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  servers.push(server);
  return {
    port: String((server.address() as AddressInfo).port),
    firstBytes: promise,
    connections: () => connections,
  };
}

function connect(options: GuardOptions, target: Partial<buildConnector.Options>): Promise<Socket> {
  const guard = guardedConnect(options);
  const hostname = target.hostname ?? 'contoso.webhook.office.com';
  const { promise, resolve, reject } = Promise.withResolvers<Socket>();
  guard({ hostname, host: hostname, protocol: 'https:', port: '443', ...target }, (...[error, socket]) => {
    if (error) reject(error);
    else resolve(socket);
  });
  return promise;
}

describe('a connection is refused', () => {
  it.each([
    ['the only address is private', ['10.0.0.1']],
    ['the first of two is', ['127.0.0.1', '52.112.0.1']],
    ['the last of three is', ['52.112.0.1', '2606:4700::1111', 'fd00::1']],
    ['a public one hides a private one', ['::ffff:169.254.169.254']],
    ['there is none', []],
    ['the resolver gives something else', ['metadata.internal']],
  ])('when %s', async (_what, addresses) => {
    const connecting = connect({ resolve: async () => addresses }, {});
    await expect(connecting).rejects.toMatchObject({ code: ADDRESS_REFUSED });
  });

  it.each(['https:', 'http:'])('over %s before a byte reaches the private server', async (protocol) => {
    const server = await listen();
    const connecting = connect({ resolve: async () => ['127.0.0.1'] }, { protocol, port: server.port });
    await expect(connecting).rejects.toMatchObject({ code: ADDRESS_REFUSED });
    expect(server.connections()).toBe(0);
  });

  it.each(['127.0.0.1', '::1', '52.112.0.1'])(
    'when the host is the address %s, which needs no resolver',
    async (hostname) => {
      const connecting = connect({ resolve: async () => ['52.112.0.1'] }, { hostname });
      await expect(connecting).rejects.toMatchObject({ code: ADDRESS_REFUSED });
    },
  );

  it('when the name cannot be resolved', async () => {
    const error = Object.assign(new Error('getaddrinfo ENOTFOUND'), { code: 'ENOTFOUND' });
    const connecting = connect({ resolve: () => Promise.reject(error) }, {});
    await expect(connecting).rejects.toBe(error);
  });

  it("by the machine's own resolver for its own name", async () => {
    await expect(connect({}, { hostname: 'localhost' })).rejects.toMatchObject({ code: ADDRESS_REFUSED });
  });
});

describe('a connection', () => {
  it('goes to the address that was checked, resolved once, and asks for the certificate of the name', async () => {
    const server = await listen();
    const resolved: string[] = [];
    const connecting = connect(
      {
        resolve: async (hostname) => {
          resolved.push(hostname);
          return resolved.length === 1 ? ['127.0.0.1'] : ['10.0.0.1'];
        },
        permits: (address) => address === '127.0.0.1',
      },
      { port: server.port },
    );
    // The server speaks no TLS: the greeting of the client is all there is to see.
    await expect(connecting).rejects.toThrow();
    expect((await server.firstBytes).toString('latin1')).toContain('contoso.webhook.office.com');
    expect(resolved).toEqual(['contoso.webhook.office.com']);
  });

  it('tries the next address when the first does not answer', async () => {
    const server = await listen();
    const socket = await connect(
      { resolve: async () => ['::1', '127.0.0.1'], permits: () => true },
      { protocol: 'http:', port: server.port },
    );
    expect(socket.remoteAddress).toBe('127.0.0.1');
    socket.destroy();
    await once(socket, 'close');
  });
});
