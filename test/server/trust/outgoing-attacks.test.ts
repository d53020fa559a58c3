import { once } from 'node:events';
import { type AddressInfo, createServer, type Server } from 'node:net';
import { gzipSync } from 'node:zlib';
import { buildConnector } from 'undici';
import { afterAll, beforeAll, beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { guardedConnect } from '../../../server/destinations/guard.ts';
import { createPoster } from '../../../server/destinations/post.ts';
import { DEFAULT_WEBHOOK_HOSTS, recogniseWebhook } from '../../../server/destinations/recognise.ts';
import { permittedAddresses } from '../../../server/destinations/webhook-networks.ts';
import { serve, serveBytes } from '../destinations/servers.ts';
import { CONNECTOR_PATH, CONNECTOR_URL, WORKFLOW_PATH, WORKFLOW_QUERY } from '../destinations/webhooks.ts';

/** A service of this machine that nothing of an attacker's may reach. */
let victim: Server;
let port: string;
let reached = 0;
beforeAll(async () => {
  victim = createServer((socket) => {
    reached += 1;
    socket.destroy();
  }).listen(0);
  await once(victim, 'listening');
  port = String((victim.address() as AddressInfo).port);
});
afterAll(async () => {
  victim.close();
  await once(victim, 'close');
});
beforeEach(() => {
  reached = 0;
});

/** What the names that an attacker owns lead to. */
type Dns = (asked: number) => readonly string[];

/** Takes an address as a pasted one is taken, and posts to it as a card is posted. */
async function attack(url: string, dns: Dns = () => ['127.0.0.1'], networks: readonly string[] = []) {
  let asked = 0;
  const poster = createPoster({
    connect: guardedConnect({
      hosts: DEFAULT_WEBHOOK_HOSTS,
      resolve: async () => dns(++asked),
      permits: permittedAddresses(networks),
    }),
    timeoutMs: 2_000,
  });
  try {
    const webhook = recogniseWebhook(url, DEFAULT_WEBHOOK_HOSTS);
    return await poster.post(webhook.url, '{}');
  } catch {
    return 'refused when it was pasted';
  } finally {
    await poster.close();
  }
}

const at = (authority: string) => `https://${authority}${CONNECTOR_PATH}`;

describe('an address that leads to this machine is refused when it is pasted', () => {
  it.each([
    '127.0.0.1',
    '127.0.0.1.',
    '2130706433',
    '0x7f000001',
    '0x7f.0x0.0x0.0x1',
    '017700000001',
    '0177.0.0.01',
    '127.1',
    '0',
    '0.0.0.0',
    '%31%32%37.0.0.1',
    '１２７.0.0.1',
    '①②⑦.⓪.⓪.①',
    '[::1]',
    '[::]',
    '[0:0:0:0:0:0:0:1]',
    '[::ffff:127.0.0.1]',
    '[::ffff:7f00:1]',
    '[::127.0.0.1]',
    '[2002:7f00:1::]',
    '[64:ff9b::7f00:1]',
    '[2001:0:7f00:1::1]',
    '[fe80::1%25lo]',
    '[fe80::1%lo]',
    'localhost',
    'localhost.',
    'LOCALHOST',
    'ⓛocalhost',
    'webhook.office.com@127.0.0.1',
    'webhook.office.com:443@127.0.0.1',
    '127.0.0.1#.webhook.office.com',
    '127.0.0.1?.webhook.office.com',
    '127.0.0.1\\.webhook.office.com',
    '127.0.0.1/.webhook.office.com',
    '127.0.0.1%2f.webhook.office.com',
    '127.0.0.1%00.webhook.office.com',
    'contoso.webhook.office.com.',
    'contoso.webhook.office.com:8443',
    'contoso.webhook.office.com:0443x',
    'contoso.webhook.xn--ffice-4uf.com',
    'contoso.webhook.оffice.com',
    'contoso.webhook.office。com',
    'contoso.webhook.office.com.evil.example',
    'evil-webhook.office.com',
  ])('https://%s', async (host) => {
    expect(await attack(at(host))).toBe('refused when it was pasted');
    expect(await attack(`https://${host}${WORKFLOW_PATH}${WORKFLOW_QUERY}`)).toBe(
      'refused when it was pasted',
    );
    expect(reached).toBe(0);
  });
});

const REFUSED = { kind: 'no-response', error: expect.stringContaining('private or reserved network') };

describe('a name of the right form that leads elsewhere is refused before anything is sent', () => {
  it.each<[string, Dns]>([
    ['to this machine', () => ['127.0.0.1']],
    ['to this machine by another number', () => ['127.255.255.254']],
    ['to this machine in IPv6', () => ['::1']],
    ['to this machine, mapped', () => ['::ffff:127.0.0.1']],
    ['to all addresses of this machine', () => ['0.0.0.0']],
    ['to the metadata of a cloud', () => ['169.254.169.254']],
    ['to the metadata of a cloud, mapped', () => ['::ffff:a9fe:a9fe']],
    ['to the metadata of a cloud behind NAT64', () => ['64:ff9b::a9fe:a9fe']],
    ['to the metadata of a cloud through 6to4', () => ['2002:a9fe:a9fe::']],
    ['to the metadata of a cloud through ISATAP', () => ['2a01:111::5efe:a9fe:a9fe']],
    ['to the metadata of a cloud through ISATAP, as a global one', () => ['2a01:111::200:5efe:a9fe:a9fe']],
    ['to the host agent of Azure', () => ['168.63.129.16']],
    ['to a private network', () => ['10.0.0.1']],
    ['to one private among public', () => ['52.112.0.1', '192.168.1.1', '52.112.0.2']],
    ['to the link, with its zone', () => ['fe80::1%eth0']],
    ['to a number that is written oddly', () => ['0x7f.1']],
    ['nowhere', () => []],
  ])('%s', async (_what, dns) => {
    expect(await attack(CONNECTOR_URL, dns)).toEqual(REFUSED);
    expect(reached).toBe(0);
  });
});

it('a name that changes its mind between look-up and connection is asked once alone', async () => {
  const asked: number[] = [];
  const dns: Dns = (count) => {
    asked.push(count);
    // Documentation's: nothing answers there. Were it asked again, the victim would be reached.
    return count === 1 ? ['10.255.255.1'] : ['127.0.0.1'];
  };
  await attack(CONNECTOR_URL, dns, ['10.0.0.0/8']);
  expect(asked).toEqual([1]);
  expect(reached).toBe(0);
});

it('what was stored for another host, scheme or port is refused at the connection', async () => {
  const poster = createPoster({
    connect: guardedConnect({
      hosts: DEFAULT_WEBHOOK_HOSTS,
      resolve: async () => ['127.0.0.1'],
      permits: () => true,
    }),
  });
  onTestFinished(() => poster.close());
  const urls = [
    `https://evil.example:${port}/`,
    `https://contoso.webhook.office.com:${port}/`,
    `http://contoso.webhook.office.com:${port}/`,
    'http://contoso.webhook.office.com/',
    `https://contoso.webhook.office.com.:${port}/`,
  ];
  const answers = await Promise.all(urls.map((url) => poster.post(url, '{}')));
  const words = expect.stringContaining('not on the list WEBHOOK_HOSTS');
  expect(answers).toEqual(urls.map(() => ({ kind: 'no-response', error: words })));
  expect(reached).toBe(0);
});

describe('a host that is reached and means ill', () => {
  const posterWithin = (timeoutMs: number) => {
    const poster = createPoster({ connect: buildConnector({}), timeoutMs });
    onTestFinished(() => poster.close());
    return poster;
  };

  it('with a packed bomb is read as it comes, not unpacked', async () => {
    const bomb = gzipSync(Buffer.alloc(16 * 1_048_576));
    const origin = await serve((_request, response) => {
      response.writeHead(200, { 'content-encoding': 'gzip' }).end(bomb);
    });
    const answer = await posterWithin(10_000).post(origin, '{}');
    expect(answer).toMatchObject({ kind: 'response', status: 200 });
    expect(answer.kind === 'response' && answer.body.length).toBeLessThanOrEqual(8_192);
  });

  it.each<[string, string]>([
    ['interim answers', 'HTTP/1.1 103 Early Hints\r\nlink: </x>\r\n\r\n'],
    ['headers', `HTTP/1.1 200 OK\r\n${'x: y\r\n'.repeat(100)}`],
    ['one header line', `HTTP/1.1 200 OK\r\nx: ${'y'.repeat(1_000)}`],
    ['extensions of chunks', `HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n1;${'x'.repeat(1_000)}`],
  ])('with %s drop by drop and without end is given up on in time', async (_what, beginning) => {
    const origin = await serveBytes((socket) => {
      socket.once('data', () => {
        socket.write(beginning);
        const drip = setInterval(
          () => socket.write(beginning.startsWith('HTTP/1.1 103') ? beginning : 'z'),
          5,
        );
        socket.on('close', () => clearInterval(drip));
      });
    });
    expect(await posterWithin(300).post(origin, '{}')).toMatchObject(
      beginning.includes('chunked') ? { kind: 'response', body: '' } : { kind: 'no-response' },
    );
  });

  it('with trailers without end is read no further', async () => {
    const { promise: closed, resolve } = Promise.withResolvers<void>();
    const origin = await serveBytes((socket) => {
      socket.on('close', () => resolve());
      socket.once('data', () => {
        socket.write('HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n1\r\n1\r\n0\r\n');
        const pour = () => {
          while (!socket.destroyed && socket.write(`x: ${'y'.repeat(10_000)}\r\n`));
        };
        socket.on('drain', pour);
        pour();
      });
    });
    await posterWithin(10_000).post(origin, '{}');
    await closed;
  });

  it('and wants to speak another protocol is not followed', async () => {
    const origin = await serveBytes((socket) =>
      socket.once('data', () =>
        socket.write('HTTP/1.1 101 Switching Protocols\r\nupgrade: websocket\r\nconnection: upgrade\r\n\r\n'),
      ),
    );
    expect(await posterWithin(2_000).post(origin, '{}')).toMatchObject({ kind: 'no-response' });
  });

  it.each([301, 302, 303, 307, 308])('and sends on to this machine is not followed: %i', async (status) => {
    const origin = await serve((_request, response) => {
      response.writeHead(status, {
        location: `http://127.0.0.1:${port}/`,
        refresh: `0;http://127.0.0.1:${port}/`,
      });
      response.end();
    });
    expect(await posterWithin(2_000).post(origin, '{}')).toMatchObject({ kind: 'response', status });
    expect(reached).toBe(0);
  });
});
