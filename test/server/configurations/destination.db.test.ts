import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { REFUSALS } from '../../../server/destinations/refusals.ts';
import { startTestApp, type TestApp } from '../../app.ts';
import { addConfiguration } from '../../configuration-row.ts';
import { ZOE } from '../../people.ts';
import { expectProblem } from '../../problem.ts';
import { CONNECTOR_URL, OLD_WORKFLOW_URL, SIGNATURE, WORKFLOW_URL } from '../destinations/webhooks.ts';

let test: TestApp;
let id: string;
beforeAll(async () => {
  test = await startTestApp();
});
beforeEach(async () => {
  await test.storage.pool.query('TRUNCATE configuration, event, delivery, attempt');
  const nowhere = {
    destinationKind: null,
    destinationUrl: null,
    destinationFingerprint: null,
    destinationLabel: null,
  };
  ({ id } = await addConfiguration(test.storage.prisma, nowhere));
  test.woken.length = 0;
  test.log.length = 0;
});
afterAll(() => test.close());

const put = (url: unknown) => test.as(ZOE, 'PUT', `/api/configurations/${id}/destination`, { url });
const stored = () => test.storage.prisma.configuration.findUniqueOrThrow({ where: { id } });

describe('a destination', () => {
  it.each([
    ['connector', CONNECTOR_URL, 'contoso.webhook.office.com'],
    ['workflow', WORKFLOW_URL, new URL(WORKFLOW_URL).hostname],
    ['workflow', OLD_WORKFLOW_URL, 'prod-42.westeurope.logic.azure.com'],
  ])('is set: its kind is known, its label shows host and last characters: %s', async (kind, url, host) => {
    const answer = await put(url);
    expect(answer.statusCode).toBe(200);
    const destination = { kind, label: `${host} …${url.slice(-4)}` };
    expect(answer.json()).toMatchObject({ version: 2, destination });
    expect((await test.as(ZOE, 'GET', `/api/configurations/${id}`)).json()).toMatchObject({ destination });
    expect(test.woken).toEqual([id]);
  });

  it('is encrypted in the database, bound to its configuration', async () => {
    await put(WORKFLOW_URL);
    const { rows } = await test.storage.pool.query('SELECT * FROM configuration');
    expect(JSON.stringify(rows)).not.toContain(SIGNATURE);
    const { destinationUrl, destinationFingerprint } = await stored();
    expect(test.vault.open(destinationUrl ?? '', id)).toBe(WORKFLOW_URL);
    expect(() => test.vault.open(destinationUrl ?? '', 'another')).toThrow();
    expect(destinationFingerprint).toBe(test.vault.fingerprint(WORKFLOW_URL));
  });

  it('that is equal changes nothing, however often the page sends it', async () => {
    await put(WORKFLOW_URL);
    const before = await stored();
    for (const url of [WORKFLOW_URL, ` ${WORKFLOW_URL}\n`]) {
      expect((await put(url)).json()).toMatchObject({ version: before.version });
    }
    expect(await stored()).toEqual(before);
  });

  it('that is another takes its place', async () => {
    await put(WORKFLOW_URL);
    expect((await put(CONNECTOR_URL)).json()).toMatchObject({
      version: 3,
      destination: { kind: 'connector' },
    });
    expect(test.vault.open((await stored()).destinationUrl ?? '', id)).toBe(CONNECTOR_URL);
  });

  it.each([WORKFLOW_URL, CONNECTOR_URL])(
    'mends a configuration that was broken, also when it is the same: %s',
    async (url) => {
      await put(WORKFLOW_URL);
      await test.storage.prisma.configuration.update({
        where: { id },
        data: { state: 'broken', stateReason: 'Gone.' },
      });
      test.woken.length = 0;
      const answer = await put(url);
      expect(answer.json()).toMatchObject({ state: 'active', version: 3 });
      expect(answer.json()).not.toHaveProperty('stateReason');
      expect(test.woken).toEqual([id]);
    },
  );

  it('ends the wait that the one before it had asked for', async () => {
    await put(WORKFLOW_URL);
    const later = new Date('2026-11-21T16:00:00Z');
    await test.storage.prisma.configuration.update({ where: { id }, data: { holdUntil: later } });
    await put(CONNECTOR_URL);
    expect((await stored()).holdUntil).toBeNull();
  });

  it('leaves a pause as it is', async () => {
    await test.storage.prisma.configuration.update({ where: { id }, data: { state: 'paused' } });
    expect((await put(WORKFLOW_URL)).json()).toMatchObject({ state: 'paused' });
  });

  it('is refused for a configuration that was removed', async () => {
    await test.as(ZOE, 'DELETE', `/api/configurations/${id}`);
    const answer = await put(WORKFLOW_URL);
    expectProblem(answer, 410, 'configuration-removed');
    expect((await stored()).destinationUrl).toBeNull();
  });
});

const PATH = new URL(WORKFLOW_URL).pathname + new URL(WORKFLOW_URL).search;
const REFUSED: [string, string][] = [
  ['another host', `https://example.com${PATH}`],
  ['a host that only ends alike', `https://evilapi.powerplatform.com.example.com${PATH}`],
  ['a host that only looks alike', `https://xapi.powerplatform.com${PATH}`],
  ['a user name in front', `https://api.powerplatform.com@example.com${PATH}`],
  ['a user name of its own', `https://user:pass@a.api.powerplatform.com${PATH}`],
  ['another port', `https://a.api.powerplatform.com:8443${PATH}`],
  ['no encryption', `http://a.api.powerplatform.com${PATH}`],
  ['this machine', `https://localhost${PATH}`],
  ['an address', `https://127.0.0.1${PATH}`],
  ['an address as one number', `https://2130706433${PATH}`],
  ['an address in hexadecimal', `https://0x7f.1${PATH}`],
  ['an address of IPv6', `https://[::1]${PATH}`],
  ['the address of the cloud’s metadata', `https://169.254.169.254${PATH}`],
  ['a dot behind', `https://a.api.powerplatform.com.${PATH}`],
  ['letters that look alike', `https://a.api.pоwerplatform.com${PATH}`],
  ['another path', 'https://a.api.powerplatform.com/powerautomate/other'],
  ['no signature', `https://a.api.powerplatform.com${new URL(WORKFLOW_URL).pathname}?api-version=1`],
  ['another kind of address', 'file:///etc/passwd'],
  ['a script', 'javascript:alert(1)'],
  ['a link into Teams', 'https://teams.microsoft.com/l/channel/19%3aabc/General'],
  ['no address', 'hello'],
  ['two addresses', `${WORKFLOW_URL} ${WORKFLOW_URL}`],
];

describe('an address is refused that has', () => {
  it.each(REFUSED)('%s', async (_what, url) => {
    for (const before of [undefined, CONNECTOR_URL]) {
      if (before) await put(before);
      const kept = await stored();
      const refused = await put(url);
      expect([refused.statusCode, refused.json().code]).toEqual([400, 'webhook-url-refused']);
      const asked = await test.as(ZOE, 'POST', '/api/destinations/recognise', { url });
      const { detail, reason } = refused.json();
      expect([asked.statusCode, asked.json()]).toEqual([200, { refused: detail, reason }]);
      expect(Object.keys(REFUSALS)).toContain(reason);
      expect(refused.json().detail.length).toBeGreaterThan(20);
      expect(refused.body).not.toContain(SIGNATURE);
      expect(await stored()).toEqual(kept);
    }
  });

  it.each([[undefined], [''], [5], [null], ['x'.repeat(2_049)], [[WORKFLOW_URL]]])(
    'no form at all: %j',
    async (url) => {
      const answer = await put(url);
      expectProblem(answer, 400, 'invalid-request');
      expect((await stored()).destinationUrl).toBeNull();
    },
  );
});

describe('recognising', () => {
  const recognise = (url: string) => test.as(ZOE, 'POST', '/api/destinations/recognise', { url });

  it('tells kind and label and stores nothing', async () => {
    const before = await stored();
    const answer = await recognise(CONNECTOR_URL);
    const label = `contoso.webhook.office.com …${CONNECTOR_URL.slice(-4)}`;
    const destination = { kind: 'connector', label, retiredSince: '2026-05-22' };
    expect([answer.statusCode, answer.json()]).toEqual([200, { destination }]);
    expect(await stored()).toEqual(before);
    expect(test.woken).toEqual([]);
  });
});

it('an address is in no answer and in no line of the log', async () => {
  const url = `/api/configurations/${id}`;
  const answers = [
    await put(WORKFLOW_URL),
    await put(CONNECTOR_URL),
    await put(WORKFLOW_URL),
    await test.as(ZOE, 'GET', url),
    await test.as(ZOE, 'PATCH', url, { version: 4, name: 'Other' }),
    await test.as(ZOE, 'POST', '/api/destinations/recognise', { url: WORKFLOW_URL }),
    await put(`${WORKFLOW_URL}{`),
    await test.as(ZOE, 'GET', `${url}/deliveries`),
  ];
  expect(answers.map(({ statusCode }) => statusCode)).toEqual([200, 200, 200, 200, 200, 200, 400, 200]);
  for (const { body } of answers) {
    for (const part of [SIGNATURE, new URL(CONNECTOR_URL).pathname, 'webhookb2', 'triggers'])
      expect(body).not.toContain(part);
  }
  expect(test.log.length).toBeGreaterThan(0);
  expect(test.log.join()).not.toContain(SIGNATURE);
});
