import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { DeliveryState } from '../../../server/storage/generated/client.ts';
import { startTestApp, type TestApp } from '../../app.ts';
import { addConfiguration, newId } from '../../configuration-row.ts';
import { addDelivery } from '../../delivery-row.ts';
import { MALLORY, ZOE } from '../../people.ts';

let test: TestApp;
let id: string;
let operator: string;
beforeAll(async () => {
  test = await startTestApp();
  operator = await test.newKey('operate');
});
beforeEach(async () => {
  await test.storage.pool.query('TRUNCATE configuration, event, delivery, attempt');
  ({ id } = await addConfiguration(test.storage.prisma));
  test.woken.length = 0;
});
afterAll(() => test.close());

const ALL: DeliveryState[] = ['sent', 'folded', 'failed', 'dropped', 'expired', 'waiting'];
const settledAt = new Date('2026-11-20T10:00:00Z');

/** One delivery in each state, accepted a day after the one before. */
async function oneOfEach(configurationId = id) {
  for (const [day, state] of ALL.entries()) {
    await addDelivery(test.storage.prisma, configurationId, {
      state,
      reason: 'now',
      tries: 3,
      createdAt: new Date(Date.UTC(2026, 10, day + 1)),
      ...(state !== 'waiting' && { settledAt }),
    });
  }
}

const replay = (body: object, person = ZOE) =>
  test.as(person, 'POST', `/api/configurations/${id}/replay`, body);
const operate = (body: object, key = operator) =>
  test.app.inject({
    method: 'POST',
    url: '/api/operate/replay',
    headers: { authorization: `Bearer ${key}` },
    payload: body,
  });
const rows = (configurationId = id) =>
  test.storage.prisma.delivery.findMany({ where: { configurationId }, orderBy: { id: 'asc' } });
/** The states before, of those that wait again now. */
async function replayed(configurationId = id): Promise<DeliveryState[]> {
  const after = await rows(configurationId);
  return ALL.filter((_, index) => after[index]?.reason === 'replayed');
}

describe('a replay', () => {
  it('of what failed takes the expired ones too, and no others', async () => {
    await oneOfEach();
    expect((await replay({ failed: true })).json()).toEqual({ replayed: 2, repeated: 0 });
    expect(await replayed()).toEqual(['failed', 'expired']);
    expect(test.woken).toEqual([id]);
  });

  it('since a time takes all that was accepted since then, and tells how many the channel sees twice', async () => {
    await oneOfEach();
    expect((await replay({ since: '2026-11-02T00:00:00Z' })).json()).toEqual({ replayed: 4, repeated: 1 });
    expect(await replayed()).toEqual(['folded', 'failed', 'dropped', 'expired']);
  });

  it('of one delivery takes that one, even if it was sent', async () => {
    await oneOfEach();
    const [sent] = await rows();
    expect((await replay({ delivery: String(sent?.id) })).json()).toEqual({ replayed: 1, repeated: 1 });
    expect(await replayed()).toEqual(['sent']);
  });

  it('makes deliveries wait as if never tried, in the order of acceptance', async () => {
    await oneOfEach();
    const before = (await rows()).map((row) => row.id);
    await replay({ failed: true });
    const again = (await rows()).filter((row) => row.reason === 'replayed');
    for (const row of again)
      expect(row).toMatchObject({ state: 'waiting', tries: 0, verdict: null, settledAt: null });
    expect((await rows()).map((row) => row.id)).toEqual(before);
  });

  it('leaves what waits as it is', async () => {
    await addDelivery(test.storage.prisma, id, { tries: 3, reason: 'retry' });
    expect((await replay({ since: '2020-01-01T00:00:00Z' })).json()).toEqual({ replayed: 0, repeated: 0 });
    expect(await rows()).toMatchObject([{ tries: 3, reason: 'retry' }]);
    expect(test.woken).toEqual([]);
  });

  it('stays within its configuration', async () => {
    const other = await addConfiguration(test.storage.prisma);
    await oneOfEach(other.id);
    const [its] = await rows(other.id);
    await replay({ failed: true });
    expect((await replay({ delivery: String(its?.id) })).json()).toEqual({ replayed: 0, repeated: 0 });
    expect(await replayed(other.id)).toEqual([]);
  });

  it("of another organisation's configuration is not found", async () => {
    await oneOfEach();
    expect((await replay({ failed: true }, MALLORY)).statusCode).toBe(404);
    expect(await replayed()).toEqual([]);
  });

  it.each([
    {},
    { failed: false },
    { failed: true, since: '2026-11-01T00:00:00Z' },
    { delivery: '1', failed: true },
    { delivery: '-1' },
    { delivery: '9'.repeat(19) },
    { since: 'yesterday' },
    { since: '2026-12-31T23:59:60Z' },
    { everything: true },
  ])('%j is refused', async (body) => {
    await oneOfEach();
    for (const answer of [await replay(body), await operate(body)]) {
      expect([answer.statusCode, answer.json().code]).toEqual([400, 'invalid-request']);
    }
    expect(await replayed()).toEqual([]);
  });
});

describe('a replay by the operator', () => {
  it('reaches every configuration, or the one that is named', async () => {
    const other = await addConfiguration(test.storage.prisma, { tenantId: MALLORY.tenantId });
    await oneOfEach();
    await oneOfEach(other.id);
    expect((await operate({ failed: true, configuration: other.id })).json()).toEqual({
      replayed: 2,
      repeated: 0,
    });
    expect(test.woken).toEqual([other.id]);
    expect((await operate({ since: '2026-11-01T00:00:00Z' })).json()).toEqual({ replayed: 8, repeated: 4 });
    expect(new Set(test.woken)).toEqual(new Set([id, other.id]));
  });

  it('leaves removed configurations alone', async () => {
    await oneOfEach();
    await test.storage.prisma.configuration.update({ where: { id }, data: { state: 'removed' } });
    expect((await operate({ failed: true })).json()).toEqual({ replayed: 0, repeated: 0 });
  });

  it('with a key of one organisation reaches that one alone', async () => {
    const other = await addConfiguration(test.storage.prisma, { tenantId: MALLORY.tenantId });
    await oneOfEach();
    await oneOfEach(other.id);
    const bound = await test.newKey('operate');
    await test.storage.pool.query(
      'UPDATE api_key SET tenant_id = $1 WHERE created_at = (SELECT max(created_at) FROM api_key)',
      [MALLORY.tenantId],
    );
    expect((await operate({ failed: true }, bound)).json()).toEqual({ replayed: 2, repeated: 0 });
    expect(test.woken).toEqual([other.id]);
  });

  it('needs a key of the scope "operate", whatever the body is', async () => {
    expect((await operate({}, await test.newKey('events'))).json().code).toBe('scope-missing');
    expect((await operate({}, `cw_${newId()}`)).json().code).toBe('api-key-refused');
  });
});
