import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { KeyPage } from '../../../server/operate/key-schema.ts';
import { startTestApp, type TestApp } from '../../app.ts';
import { event, toCloudEvent } from '../../events.ts';
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

const send = (key: string) =>
  test.app.inject({
    method: 'POST',
    url: '/api/events',
    headers: { authorization: `Bearer ${key}` },
    payload: toCloudEvent(event()),
  });

describe('the operator’s keys', () => {
  it('are made for a scope, an organisation and a time, and shown once', async () => {
    const expiresAt = '2030-01-01T00:00:00.000Z';
    const wanted = { name: 'CI', tenantId: ZOE.tenantId.toUpperCase(), expiresAt };
    const answer = await operator.post('/keys', wanted);
    expect(answer.statusCode).toBe(201);
    expect(answer.headers['cache-control']).toBe('no-store');
    const { key, ...created } = answer.json();
    expect(created).toMatchObject({
      name: 'CI',
      scopes: ['events'],
      tenantId: ZOE.tenantId,
      expiresAt,
      own: false,
    });
    expect((await send(key)).statusCode).toBe(202);
    const list = await operator.get('/keys');
    expect(list.body).not.toContain(key);
    expect(list.json().items.find(({ id }: { id: string }) => id === created.id)).toMatchObject(created);
  });

  it('are revoked, once and for all', async () => {
    const { id, key } = (await operator.post('/keys', { name: 'lost' })).json();
    const revoked = await operator.post(`/keys/${id}/revoke`);
    expect(revoked.json()).toMatchObject({ id, revokedAt: test.clock.now.toISOString() });
    expectProblem(await send(key), 401, 'api-key-refused');
    expect((await operator.post(`/keys/${id}/revoke`)).json()).toEqual(revoked.json());
  });

  it('tell when they were last used', async () => {
    const { id, key } = (await operator.post('/keys', { name: 'used' })).json();
    const lastUsed = async () => {
      const { items }: KeyPage = (await operator.get('/keys')).json();
      return items.find((item) => item.id === id)?.lastUsedAt;
    };
    expect(await lastUsed()).toBeUndefined();
    await send(key);
    await expect.poll(lastUsed).toBe(test.clock.now.toISOString());
  });

  it('tell which is the one that asks', async () => {
    const { items }: KeyPage = (await operator.get('/keys')).json();
    expect(items.filter(({ own }) => own).map(({ id }) => id)).toEqual([operator.id]);
  });

  it('lead through all pages by their cursor', async () => {
    const createdAt = new Date('2020-01-01T00:00:00Z');
    await test.storage.prisma.apiKey.createMany({
      data: Array.from({ length: 101 }, (_, n) => ({
        id: `key_${n}`,
        hash: `h${n}`,
        name: 'old',
        scopes: [],
        createdAt,
      })),
    });
    const seen: string[] = [];
    let page: KeyPage = (await operator.get('/keys')).json();
    for (;;) {
      seen.push(...page.items.map(({ id }) => id));
      if (page.next === undefined) break;
      page = (await operator.get(`/keys?cursor=${page.next}`)).json();
    }
    expect(new Set(seen).size).toBe(seen.length);
    expect(seen.length).toBe(await test.storage.prisma.apiKey.count());
  });

  it('of one organisation make, see and revoke keys of that one alone', async () => {
    const own = (await theirs.post('/keys', { name: 'own' })).json();
    expect(own.tenantId).toBe(MALLORY.tenantId);
    const foreign = { name: 'foreign', tenantId: ZOE.tenantId };
    expectProblem(await theirs.post('/keys', foreign), 403, 'scope-missing');
    const { items }: KeyPage = (await theirs.get('/keys')).json();
    expect(new Set(items.map(({ tenantId }) => tenantId))).toEqual(new Set([MALLORY.tenantId]));
    for (const id of [operator.id, 'key_unknown', '%00']) {
      expectProblem(await theirs.post(`/keys/${id}/revoke`), 404, 'key-not-found');
    }
    expect((await operator.get('/keys')).statusCode).toBe(200);
  });

  it.each([
    [{}],
    [{ name: ' ' }],
    [{ name: 'x', scopes: [] }],
    [{ name: 'x', scopes: ['everything'] }],
    [{ name: 'x', tenantId: 'contoso' }],
    [{ name: 'x', expiresAt: 'soon' }],
    [{ name: 'x', expiresAt: '2020-01-01T00:00:00Z' }],
    [{ name: 'x', colour: 'red' }],
  ])('are not made of %j', async (body) =>
    expectProblem(await operator.post('/keys', body), 400, 'invalid-request'),
  );
});
