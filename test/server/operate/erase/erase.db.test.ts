import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { forwardedBody } from '../../../../server/card-actions/forwarded-body.ts';
import { personText } from '../../../../server/connect/connections.ts';
import { listAudit } from '../../../../server/operate/audit.ts';
import { countErasable, type EraseContext, erase } from '../../../../server/operate/erase/erase.ts';
import type { Target } from '../../../../server/operate/erase/target.ts';
import { startTestApp, type TestApp } from '../../../app.ts';
import { addConfiguration } from '../../../configuration-row.ts';
import { addDelivery } from '../../../delivery-row.ts';
import { event } from '../../../events.ts';
import { MALLORY, YANN, ZOE } from '../../../people.ts';

let test: TestApp;
let context: EraseContext;
beforeAll(async () => {
  test = await startTestApp();
  const { storage, vault, woken } = test;
  context = { pool: storage.pool, vault, wake: async (ids) => void woken.push(...ids) };
});
afterAll(() => test.close());

const TABLES = ['configuration', 'delivery', 'attempt', 'event', 'change', 'card_action', 'connection'];

/** Everything that the database holds but for the trail, as text. */
async function everything(): Promise<string> {
  const { pool } = test.storage;
  const tables = [...TABLES, 'connect_attempt', 'api_key'].map((table) =>
    pool.query(`SELECT * FROM ${table}`),
  );
  return JSON.stringify((await Promise.all(tables)).map(({ rows }) => rows));
}

/** A channel of this person with a bit of everything. */
async function addChannel(person: typeof ZOE, connected?: 'inbox' | 'team') {
  const { prisma } = test.storage;
  const by = { by: person.objectId, byName: person.name };
  const { id } = await addConfiguration(prisma, {
    tenantId: person.tenantId,
    createdBy: person.objectId,
    createdByName: person.name,
    updatedBy: person.objectId,
    updatedByName: person.name,
  });
  const delivery = await addDelivery(prisma, id);
  await prisma.attempt.create({
    data: { configurationId: id, startedAt: new Date(), durationMs: 1, verdict: 'posted', words: 'ok' },
  });
  await prisma.change.create({ data: { configurationId: id, at: new Date(), ...by, kind: 'created' } });
  const action = { id: 'approve', title: 'Approve' };
  const at = new Date();
  const channel = { name: 'Tasks', teamName: null, channelName: null };
  await prisma.cardAction.create({
    data: {
      id: randomUUID(),
      configurationId: id,
      eventId: delivery.eventId,
      title: 'Approve',
      pressedByName: person.name,
      pressedAt: at,
      body: forwardedBody({ action, person, channel, event: event(), at }),
      dueAt: at,
    },
  });
  if (connected) {
    const userFingerprint = test.vault.fingerprint(personText(person.objectId));
    await prisma.connection.create({
      data: { configurationId: id, sessionId: 'session', userFingerprint, place: connected },
    });
  }
  return id;
}

async function addGrant(person: typeof ZOE): Promise<string> {
  const id = randomUUID();
  const grant = {
    url: `https://x.webhook.office.com/webhookb2/g@${person.tenantId}/a/b/c`,
    userId: person.objectId,
  };
  await test.storage.prisma.connectAttempt.create({
    data: {
      id,
      stateHash: id,
      sessionId: 'session',
      wanted: {},
      createdAt: new Date(),
      expiresAt: new Date(),
      grant: test.vault.seal(JSON.stringify(grant), id),
    },
  });
  return id;
}

const run = (target: Target) => erase(context, { target, by: 'key_operator', reference: 'request 7' });

describe('erasing an organisation', () => {
  const target: Target = { kind: 'tenant', tenantId: MALLORY.tenantId };

  it('leaves nothing of it, and everything of the others', async () => {
    const { prisma } = test.storage;
    const kept = await addChannel(ZOE);
    const gone = [await addChannel(MALLORY, 'team'), await addChannel(MALLORY)];
    const grants = [await addGrant(ZOE), await addGrant(MALLORY)];
    await prisma.event.create({
      data: { source: 's', sourceId: '1', type: 't', time: new Date(), data: {}, tenantId: MALLORY.tenantId },
    });
    const counted = await countErasable(context, target);
    expect(await run(target)).toEqual(counted);
    expect(counted).toEqual({
      configurations: 2,
      deliveries: 2,
      attempts: 2,
      events: 1,
      changes: 2,
      cardActions: 2,
      connections: 2,
      keys: 0,
      anonymised: 0,
    });
    const left = await everything();
    for (const text of [MALLORY.tenantId, MALLORY.objectId, MALLORY.name, ...gone, grants[1]]) {
      expect(left).not.toContain(text);
    }
    expect(left).toContain(kept);
    expect(left).toContain(grants[0]);
    expect(test.woken).toEqual(expect.arrayContaining(gone));
  });

  it('is written down in counts, and again erases nothing', async () => {
    const [entry] = (await listAudit(test.storage.pool)).items;
    expect(entry).toMatchObject({
      by: 'key_operator',
      action: 'erased',
      tenantId: MALLORY.tenantId,
      details: { of: 'tenant', reference: 'request 7', configurations: 2 },
    });
    expect(Object.values(await run(target)).reduce((sum, count) => sum + count, 0)).toBe(0);
  });
});

describe('erasing a person', () => {
  const target: Target = { kind: 'user', objectId: YANN.objectId, tenantId: undefined };

  it('takes their name and id out of what channels keep, and erases what posts to their inbox', async () => {
    const { prisma } = test.storage;
    const ofTeam = await addChannel(YANN, 'team');
    const inbox = await addChannel(YANN, 'inbox');
    await addGrant(YANN);
    const counted = await countErasable(context, target);
    expect(await run(target)).toMatchObject({ configurations: 1, connections: 2 });
    expect(counted).toMatchObject({ configurations: 1, connections: 2 });

    const left = await everything();
    const fingerprint = test.vault.fingerprint(personText(YANN.objectId));
    for (const text of [YANN.objectId, YANN.name, inbox, fingerprint]) expect(left).not.toContain(text);
    expect(await prisma.configuration.findUnique({ where: { id: ofTeam } })).toMatchObject({
      state: 'active',
      createdBy: 'erased',
      updatedByName: '—',
    });
    expect(await prisma.delivery.count({ where: { configurationId: ofTeam } })).toBe(1);
    const action = await prisma.cardAction.findFirst({ where: { configurationId: ofTeam } });
    expect(JSON.parse(action?.body ?? '').data).toMatchObject({
      action: { id: 'approve' },
      person: { objectId: 'erased', name: '—' },
    });
  });

  it('writes down that it was done, and nothing of whom', async () => {
    const [entry] = (await listAudit(test.storage.pool)).items;
    expect(entry).toMatchObject({ action: 'erased', details: { of: 'user', configurations: 1 } });
    expect(JSON.stringify(entry)).not.toContain(YANN.objectId);
  });

  it('within one organisation leaves what is of another', async () => {
    const elsewhere = { ...YANN, tenantId: MALLORY.tenantId };
    const here = await addChannel(YANN);
    await addChannel(elsewhere);
    await run({ ...target, tenantId: MALLORY.tenantId });
    const rows = await test.storage.prisma.configuration.findMany({ where: { createdBy: YANN.objectId } });
    expect(rows.map(({ id }) => id)).toEqual([here]);
  });
});
