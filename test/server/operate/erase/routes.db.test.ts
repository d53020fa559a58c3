import { afterAll, beforeAll, expect, it } from 'vitest';
import { startTestApp, type TestApp } from '../../../app.ts';
import { addConfiguration } from '../../../configuration-row.ts';
import { MALLORY, ZOE } from '../../../people.ts';
import { newOperator, type Operator } from '../operator.ts';

let test: TestApp;
let operator: Operator;
beforeAll(async () => {
  test = await startTestApp();
  operator = await newOperator(test);
  await addConfiguration(test.storage.prisma);
});
afterAll(() => test.close());

const count = () => test.storage.prisma.configuration.count();
const tenant = ZOE.tenantId;

it('says what it would erase, and erases only once the id is repeated', async () => {
  expect((await operator.post('/erase', { tenant })).json()).toMatchObject({
    erased: false,
    counts: { configurations: 1 },
  });
  const other = await operator.post('/erase', { tenant, confirm: MALLORY.tenantId });
  expect(other.json()).toMatchObject({ code: 'invalid-request', errors: [{ pointer: '/confirm' }] });
  expect(await count()).toBe(1);
  const done = await operator.post('/erase', {
    tenant: tenant.toUpperCase(),
    confirm: tenant,
    reference: 'request 7',
  });
  expect(done.json()).toMatchObject({ erased: true, counts: { configurations: 1 } });
  expect(await count()).toBe(0);
  expect((await operator.get('/audit')).json().items[0]).toMatchObject({
    by: operator.id,
    action: 'erased',
    details: { of: 'tenant', reference: 'request 7', configurations: 1 },
  });
});

it('reaches no organisation but the key’s own', async () => {
  const bound = await newOperator(test, { tenantId: MALLORY.tenantId });
  const { id } = await addConfiguration(test.storage.prisma, { createdBy: ZOE.objectId });
  expect((await bound.post('/erase', { tenant, confirm: tenant })).json().code).toBe('tenant-not-allowed');
  const user = ZOE.objectId;
  expect((await bound.post('/erase', { user, confirm: user })).json().counts.anonymised).toBe(0);
  expect(await test.storage.prisma.configuration.findUnique({ where: { id } })).toMatchObject({
    createdBy: ZOE.objectId,
  });
});

it('wants one thing at a time', async () => {
  for (const body of [{}, { tenant, user: ZOE.objectId }, { tenant: 'contoso' }]) {
    expect((await operator.post('/erase', body)).json().code).toBe('invalid-request');
  }
});
