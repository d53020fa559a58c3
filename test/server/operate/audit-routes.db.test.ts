import { afterAll, beforeAll, expect, it } from 'vitest';
import { startTestApp, type TestApp } from '../../app.ts';
import { addConfiguration } from '../../configuration-row.ts';
import { addDelivery } from '../../delivery-row.ts';
import { MALLORY, ZOE } from '../../people.ts';
import { expectProblem } from '../../problem.ts';
import { newOperator, type Operator } from './operator.ts';

let test: TestApp;
let operator: Operator;
let theirs: Operator;
beforeAll(async () => {
  test = await startTestApp();
  operator = await newOperator(test);
  theirs = await newOperator(test, { tenantId: MALLORY.tenantId });
});
afterAll(() => test.close());

it('what operators did with keys and deliveries is in the trail, with the name of the key', async () => {
  const { id: configurationId } = await addConfiguration(test.storage.prisma);
  const delivery = await addDelivery(test.storage.prisma, configurationId, { state: 'failed' });
  const { id } = (await operator.post('/keys', { name: 'CI', tenantId: ZOE.tenantId })).json();
  await operator.post(`/keys/${id}/revoke`);
  await operator.post(`/keys/${id}/revoke`);
  await operator.post('/replay', { deliveries: [String(delivery.id)] });
  const { items } = (await operator.get('/audit')).json();
  const by = { by: operator.id, byName: 'operator' };
  expect(items).toMatchObject([
    { ...by, action: 'replayed', details: { kind: 'several', replayed: 1, repeated: 0 } },
    { ...by, action: 'key-revoked', tenantId: ZOE.tenantId, details: { key: id } },
    { ...by, action: 'key-created', tenantId: ZOE.tenantId, details: { key: id, scopes: 'events' } },
  ]);
  expect((await theirs.get('/audit')).json()).toEqual({ items: [] });
});

it('what people did is shown with its configuration, page by page, to whom it concerns', async () => {
  const { id: configurationId } = await addConfiguration(test.storage.prisma, { name: 'Builds' });
  await test.storage.prisma.change.createMany({
    data: Array.from({ length: 51 }, () => ({
      configurationId,
      at: test.clock.now,
      by: ZOE.objectId,
      byName: ZOE.name,
      kind: 'changed' as const,
      settings: ['filter'],
    })),
  });
  const first = (await operator.get(`/changes?configuration=${configurationId}`)).json();
  expect(first.items.length).toBe(50);
  expect(first.items[0]).toEqual({
    id: expect.any(String),
    at: test.clock.now.toISOString(),
    byName: ZOE.name,
    kind: 'changed',
    settings: ['filter'],
    configuration: { id: configurationId, name: 'Builds', tenantId: ZOE.tenantId },
  });
  const second = (await operator.get(`/changes?cursor=${first.next}`)).json();
  expect([second.items.length, second.next]).toEqual([1, undefined]);
  expect((await theirs.get('/changes')).json()).toEqual({ items: [] });
});

it.each(['/audit?cursor=x', '/changes?cursor=1.2', '/changes?configuration=x'])(
  '%s is refused',
  async (path) => expectProblem(await operator.get(path), 400, 'invalid-request'),
);
