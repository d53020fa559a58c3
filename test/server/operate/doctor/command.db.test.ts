import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runDoctor } from '../../../../server/operate/doctor/command.ts';
import type { Finding } from '../../../../server/operate/doctor/finding.ts';
import { network } from '../../../../server/operate/doctor/network.ts';
import type { CardActionState } from '../../../../server/storage/generated/client.ts';
import { startTestApp, type TestApp } from '../../../app.ts';
import { addConfiguration, newId } from '../../../configuration-row.ts';
import { DECLARATION } from '../../../manifest/package/packages.ts';
import { CLIENT_ID, ZOE } from '../../../people.ts';
import { answer, fakeWorld } from './facts.ts';

const SECRET_KEY = Buffer.alloc(32, 7).toString('base64');
const PASSWORD_URL = 'postgresql://nobody:hunter2@127.0.0.1:1/none';
let test: TestApp;
let origin: string;
let env: NodeJS.ProcessEnv;
beforeAll(async () => {
  test = await startTestApp();
  origin = await test.app.listen({ host: '127.0.0.1', port: 0 });
  env = {
    PUBLIC_URL: 'https://cardwire.example.com',
    DATABASE_URL: test.database.url,
    SECRET_KEYS: SECRET_KEY,
    ENTRA_CLIENT_ID: CLIENT_ID,
    ENTRA_TENANTS: ZOE.tenantId,
    WEBHOOK_HOSTS: 'webhook.office.com',
    CARDWIRE_KEY: await test.newKey('operate'),
  };
  const id = newId();
  await addConfiguration(test.storage.prisma, {
    id,
    destinationUrl: test.vault.seal('https://outlook.webhook.office.com/webhookb2/path', id),
    destinationLabel: 'outlook.webhook.office.com …path',
  });
});
afterAll(() => test.close());

/** The network, in which the public name leads to the server of this test, and Microsoft is a fake. */
const world = fakeWorld({
  get(url, headers) {
    const { hostname, pathname } = new URL(url);
    if (hostname === 'cardwire.example.com' && !/privacy|terms/.test(pathname))
      return network.get(`${origin}${pathname}`, headers);
    if (!hostname.startsWith('login.')) return Promise.resolve(answer());
    return Promise.resolve(
      answer({ body: JSON.stringify({ issuer: url.replace('/.well-known/openid-configuration', '') }) }),
    );
  },
  now: () => new Date(),
});

const doctor = (args: string[], change: NodeJS.ProcessEnv = {}) =>
  runDoctor({ args, env: { ...env, ...change }, world, declaration: DECLARATION, logoBytes: 2_646 });

async function findings(change: NodeJS.ProcessEnv = {}): Promise<Finding[]> {
  return JSON.parse((await doctor(['--json'], change)).out).findings;
}

const bad = (all: Finding[]) =>
  all.filter(({ state }) => state === 'failed').map(({ topic, check }) => `${topic}: ${check}`);

describe('npm run doctor', () => {
  it('looks at everything, and finds the server as its settings say but for the package of another publisher', async () => {
    const all = await findings();
    expect(new Set(all.map(({ topic }) => topic))).toEqual(
      new Set([
        'settings',
        'address',
        'server',
        'package',
        'sign-in',
        'database',
        'keys',
        'time',
        'webhooks',
        'publishing',
      ]),
    );
    // The test's declaration names another publisher than the server's.
    expect(bad(all)).toEqual(['package: The running server has these settings']);
    expect(all).toContainEqual(
      expect.objectContaining({ topic: 'database', state: 'ok', check: 'The database answers' }),
    );
    expect(all).toContainEqual(
      expect.objectContaining({ topic: 'time', check: 'Clock of the server', state: 'ok' }),
    );
  });

  it('writes one table, and no secret whatever is wrong', async () => {
    const runs = [
      await doctor([]),
      await doctor([], { DATABASE_URL: PASSWORD_URL }),
      await doctor([], { DATABASE_URL: PASSWORD_URL, SECRET_KEYS: 'not-a-key' }),
      await doctor(['--json'], { SECRET_KEYS: Buffer.alloc(32, 8).toString('base64') }),
    ];
    for (const { out, err } of runs) {
      for (const secret of [env.CARDWIRE_KEY ?? '', SECRET_KEY, 'not-a-key', 'hunter2', 'webhookb2'])
        expect(`${out}${err}`).not.toContain(secret);
    }
    expect(runs[0]?.out).toMatch(/^✓ settings {4}Production would start with them/);
    expect(runs[0]?.out).toMatch(/✗ 1 wrong/);
  });

  it('finds another secret key, another client and a database that is away', async () => {
    const other = Buffer.alloc(32, 8).toString('base64');
    expect(bad(await findings({ SECRET_KEYS: other }))).toContain('keys: SECRET_KEYS open what is stored');
    expect(bad(await findings({ ENTRA_CLIENT_ID: ZOE.tenantId }))).toContain(
      'sign-in: The server signs in with ENTRA_CLIENT_ID',
    );
    const away = await findings({ DATABASE_URL: PASSWORD_URL });
    expect(bad(away)).toContain('database: The database answers');
  });

  it('lists what production would miss, and measures the rest all the same', async () => {
    const all = await findings({ ENTRA_CLIENT_ID: '', ENTRA_TENANTS: '' });
    expect(bad(all)).toEqual(
      expect.arrayContaining(['settings: ENTRA_CLIENT_ID', 'settings: ENTRA_TENANTS', 'sign-in: Entra']),
    );
    expect(all.some(({ topic }) => topic === 'webhooks')).toBe(true);
    const unreadable = await findings({ PUBLIC_URL: 'nowhere' });
    expect(new Set(unreadable.map(({ topic }) => topic))).toEqual(new Set(['settings']));
  });

  it('measures how pressed buttons fared', async () => {
    const pressedAt = new Date(Date.now() - 3_600_000);
    const press = (eventId: bigint, state: CardActionState, tookMs: number) =>
      test.storage.prisma.cardAction.create({
        data: {
          configurationId: 'any',
          eventId,
          title: 'Approve',
          pressedByName: 'Zoë',
          pressedAt,
          body: '{}',
          state,
          dueAt: pressedAt,
          settledAt: new Date(pressedAt.getTime() + tookMs),
        },
      });
    await press(1n, 'delivered', 200);
    await press(2n, 'delivered', 300);
    await press(3n, 'delivered', 90_000);
    await press(4n, 'failed', 86_400_000);
    const found = (await findings()).find(({ check }) => check.startsWith('Actions rarely fail'));
    expect(found).toMatchObject({
      state: 'warning',
      found: '1 of 4 were given up in the last 7 days; half of the others arrived within 300 ms',
    });
  });

  it('ends with 0 only when nothing is wrong, and with 2 when it was not understood', async () => {
    expect((await doctor([])).exitCode).toBe(1);
    expect(await doctor(['--help'])).toMatchObject({ exitCode: 0, out: expect.stringContaining('--json') });
    expect(await doctor(['--cure'])).toMatchObject({ exitCode: 2, out: '' });
  });
});
