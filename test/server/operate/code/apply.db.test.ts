import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { ConfigurationCode, ExportPage } from '../../../../server/operate/code/schema.ts';
import { startTestApp, type TestApp } from '../../../app.ts';
import { newId } from '../../../configuration-row.ts';
import { MALLORY, ZOE } from '../../../people.ts';
import { newConnector, newWorkflow } from '../../../webhook-urls.ts';
import { newOperator, type Operator } from '../operator.ts';

let test: TestApp;
let empty: TestApp;
let operator: Operator;
let elsewhere: Operator;
beforeAll(async () => {
  [test, empty] = await Promise.all([startTestApp(), startTestApp()]);
  [operator, elsewhere] = await Promise.all([newOperator(test), newOperator(empty)]);
});
beforeEach(async () => {
  for (const { storage } of [test, empty]) {
    await storage.pool.query('TRUNCATE configuration, event, delivery, attempt, change');
  }
});
afterAll(() => Promise.all([test.close(), empty.close()]));

const code = (change: Partial<ConfigurationCode> = {}): ConfigurationCode => ({
  key: 'kitchen',
  tenantId: ZOE.tenantId,
  name: 'Kitchen',
  eventTypes: ['task.created'],
  ...change,
});

async function apply(configurations: unknown[], { by = operator, dryRun = false } = {}) {
  const answer = await by.post('/configurations/apply', { dryRun, configurations });
  expect(answer.statusCode, answer.body).toBe(200);
  return answer.json().items;
}

const exportAll = async (by: Operator): Promise<ExportPage> =>
  (await by.get('/configurations/export')).json();

/** What people saved on their pages. */
async function saveByHand(): Promise<void> {
  const create = async (wanted: object, url?: string) => {
    const host = { kind: 'tab', teamName: 'Cooks', channelName: 'General' };
    const answer = await test.as(ZOE, 'POST', '/api/configurations', {
      ...{ creationKey: newId(), name: 'Tasks', eventTypes: ['task.created'], language: 'en', host },
      ...wanted,
    });
    const { id } = answer.json();
    if (url) await test.as(ZOE, 'PUT', `/api/configurations/${id}/destination`, { url });
    return id;
  };
  await create({ name: 'Plain' }, newConnector());
  await create({ name: 'Not finished' });
  await create(
    {
      name: 'Everything',
      language: 'fr',
      filter: { match: 'all', conditions: [{ field: 'assignee', operator: 'is', value: 'zoe' }] },
      schedule: { kind: 'weekly', days: [1, 3], time: '09:00' },
      quietHours: { from: '18:00', to: '08:00' },
      timeZone: 'Europe/Paris',
    },
    newWorkflow(),
  );
  const paused = await create({ name: 'Paused' }, newWorkflow());
  await test.as(ZOE, 'POST', `/api/configurations/${paused}/pause`, { for: 3_600, onResume: 'drop' });
}

describe('what was exported', () => {
  it('makes the same configurations in an empty installation with the same keys, and again nothing', async () => {
    await saveByHand();
    const exported = await exportAll(operator);
    expect(exported.items).toHaveLength(4);
    expect(JSON.stringify(exported)).not.toContain('https://');
    const first = await apply(exported.items, { by: elsewhere });
    expect(first.map(({ outcome }: { outcome: string }) => outcome)).toEqual(Array(4).fill('created'));

    // The time of a seal is its own, so sealed addresses are compared opened.
    const opened = ({ items }: ExportPage) =>
      items.map(({ destination, ...rest }) => ({
        ...rest,
        url: destination && 'sealed' in destination && test.vault.open(destination.sealed, rest.id ?? ''),
      }));
    expect(opened(await exportAll(elsewhere))).toEqual(opened(exported));
    const before = await empty.storage.prisma.configuration.findMany({ orderBy: { id: 'asc' } });
    const again = await apply(exported.items, { by: elsewhere });
    expect(again.map(({ outcome }: { outcome: string }) => outcome)).toEqual(Array(4).fill('unchanged'));
    expect(await empty.storage.prisma.configuration.findMany({ orderBy: { id: 'asc' } })).toEqual(before);
  });

  it('is of one organisation where the key is', async () => {
    await saveByHand();
    const foreign = await newOperator(test, { tenantId: MALLORY.tenantId });
    expect((await exportAll(foreign)).items).toEqual([]);
    const all = await operator.get(`/configurations/export?tenant=${ZOE.tenantId}`);
    expect(all.json().items).toHaveLength(4);
  });

  it('comes in pages that meet', async () => {
    const { pool } = test.storage;
    await apply([code()]);
    await pool.query(
      `INSERT INTO configuration (id, creation_key, tenant_id, name, event_types, host_kind, created_by,
                                  created_by_name, updated_by, updated_by_name)
       SELECT lpad(n::text, 22, '0'), 'k' || n, tenant_id, name, event_types, host_kind, '', '', '', ''
         FROM configuration, generate_series(1, 120) AS n`,
    );
    const first = await exportAll(operator);
    const second = (await operator.get(`/configurations/export?cursor=${first.next}`)).json();
    expect(new Set([...first.items, ...second.items].map(({ id }) => id)).size).toBe(121);
    expect(second.next).toBeUndefined();
  });
});

describe('a file that somebody wrote', () => {
  it('makes channels that get events, found again by their keys', async () => {
    const url = newWorkflow();
    const [created] = await apply([code({ destination: { url } })]);
    expect(created).toMatchObject({ key: 'kitchen', outcome: 'created' });
    expect(test.woken).toContain(created.id);
    const row = await test.storage.prisma.configuration.findUniqueOrThrow({ where: { id: created.id } });
    expect(row).toMatchObject({ state: 'active', destinationKind: 'workflow', createdByName: 'operator' });
    expect(test.vault.open(row.destinationUrl ?? '', created.id)).toBe(url);

    const [changed] = await apply([
      code({ destination: { url }, name: 'Canteen', quietHours: { from: '18:00', to: '08:00' } }),
    ]);
    expect(changed).toMatchObject({
      id: created.id,
      outcome: 'changed',
      changes: [
        { field: 'name', before: 'Kitchen', after: 'Canteen' },
        { field: 'quietHours', after: { from: '18:00', to: '08:00' } },
      ],
    });
    expect(await apply([code({ destination: { url }, name: 'Canteen' })])).toMatchObject([
      { outcome: 'changed', changes: [{ field: 'quietHours', before: { from: '18:00', to: '08:00' } }] },
    ]);
    expect(await test.storage.prisma.change.count({ where: { configurationId: created.id } })).toBe(4);
  });

  it('is only read in a dry run, which shows no address', async () => {
    const url = newWorkflow();
    const [would] = await apply([code({ destination: { url } })], { dryRun: true });
    expect(would).toMatchObject({ outcome: 'created' });
    expect(would.id).toBeUndefined();
    expect(would.changes).toContainEqual({ field: 'destination', after: expect.stringContaining(' …') });
    expect(JSON.stringify(would)).not.toContain(url);
    expect(await test.storage.prisma.configuration.count()).toBe(0);
  });

  it('tells of each entry that is wrong, and applies the others', async () => {
    await apply([code({ key: 'gone' })]);
    await test.storage.prisma.configuration.updateMany({ data: { state: 'removed', removedAt: new Date() } });
    const items = await apply([
      code({ key: 'a', name: '' }),
      code({ key: 'b', eventTypes: ['task.creatd'] }),
      code({ key: 'c', destination: { url: 'https://example.com/hook' } }),
      code({ key: 'd', destination: { sealed: 'v1.00000000.AAAA' } }),
      code({ key: 'e', timeZone: 'Paris' }),
      code({ key: 'gone' }),
      { nothing: true },
      code({ key: 'good' }),
    ]);
    expect(items.map(({ problem }: { problem?: { code: string } }) => problem?.code)).toEqual([
      'invalid-request',
      'unknown-event-type',
      'webhook-url-refused',
      'invalid-request',
      'invalid-request',
      'configuration-removed',
      'invalid-request',
      undefined,
    ]);
    expect(items[0].problem.errors).toEqual([{ pointer: '/name', detail: 'must not be empty.' }]);
    expect(await test.storage.prisma.configuration.count({ where: { state: 'active' } })).toBe(1);
  });

  it('does not take over what another organisation or another entry has', async () => {
    const [mine] = await apply([code()]);
    const others = await newOperator(test, { tenantId: MALLORY.tenantId });
    expect(await apply([code()], { by: others })).toMatchObject([
      { problem: { code: 'tenant-not-allowed' } },
    ]);
    const foreign = code({ id: mine.id, tenantId: MALLORY.tenantId });
    expect(await apply([foreign], { by: others })).toMatchObject([{ problem: { code: 'invalid-request' } }]);
    expect(await apply([code({ id: newId() })])).toMatchObject([{ problem: { code: 'invalid-request' } }]);
    expect(await test.storage.prisma.configuration.count()).toBe(1);
  });

  it('leaves address, pause and place as people chose them where it says nothing of them', async () => {
    const url = newWorkflow();
    const host = { kind: 'tab' as const, channelName: 'General' };
    const [{ id }] = await apply([code({ destination: { url }, host, pause: { onResume: 'replay' } })]);
    expect(await apply([code()])).toMatchObject([{ outcome: 'unchanged' }]);
    expect(await test.storage.prisma.configuration.findUnique({ where: { id } })).toMatchObject({
      state: 'paused',
      onResume: 'replay',
      hostKind: 'tab',
      channelName: 'General',
      destinationKind: 'workflow',
    });
  });
});

it('the trail tells of exports and applies, and never of a dry run', async () => {
  await exportAll(operator);
  await apply([code(), { nothing: true }]);
  await apply([code()], { dryRun: true });
  const { items } = (await operator.get('/audit')).json();
  expect(items.slice(0, 2)).toMatchObject([
    {
      by: operator.id,
      action: 'configurations-applied',
      details: { created: 1, changed: 0, unchanged: 0, failed: 1 },
    },
    { by: operator.id, action: 'configurations-exported' },
  ]);
});
