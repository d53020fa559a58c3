import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { COMMAND_LINE, listAudit, recordAudit } from '../../../server/operate/audit.ts';
import { runCommand } from '../../../server/operate/command-line/run-command.ts';
import { startTestApp, type TestApp } from '../../app.ts';
import { addConfiguration } from '../../configuration-row.ts';
import { addDelivery } from '../../delivery-row.ts';
import { MALLORY, ZOE } from '../../people.ts';

let test: TestApp;
beforeAll(async () => {
  test = await startTestApp();
});
afterAll(() => test.close());

const newest = async () => (await listAudit(test.storage.pool)).items[0];

describe('the audit trail', () => {
  it('tells which key made deliveries again, and how many', async () => {
    const { id } = await addConfiguration(test.storage.prisma);
    await addDelivery(test.storage.prisma, id, { state: 'failed' });
    const key = await test.newKey('operate');
    await test.app.inject({
      method: 'POST',
      url: '/api/operate/replay',
      headers: { authorization: `Bearer ${key}` },
      payload: { failed: true, configuration: id },
    });
    expect(await newest()).toMatchObject({
      by: expect.stringMatching(/^key_/),
      action: 'replayed',
      details: { kind: 'failed', configuration: id, replayed: 1, repeated: 0 },
    });
  });

  it('tells of keys that were made and revoked at the command line, and never holds a key', async () => {
    const keys = (...args: string[]) =>
      runCommand({ args: ['keys', ...args], env: { DATABASE_URL: test.database.url }, fetch });
    const made = JSON.parse((await keys('create', '--name', 'CI', '--tenant', ZOE.tenantId, '--json')).out);
    expect(await newest()).toMatchObject({
      by: COMMAND_LINE,
      action: 'key-created',
      tenantId: ZOE.tenantId,
      details: { key: made.id, scopes: 'events' },
    });
    await keys('revoke', made.id);
    expect(await newest()).toMatchObject({ action: 'key-revoked', details: { key: made.id } });
    expect(JSON.stringify(await listAudit(test.storage.pool))).not.toContain(made.key);
  });

  it('shows an organisation what was about it alone', async () => {
    await recordAudit(test.storage.pool, { by: 'key_a', action: 'replayed', tenantId: ZOE.tenantId });
    await recordAudit(test.storage.pool, { by: 'key_b', action: 'replayed', tenantId: MALLORY.tenantId });
    await recordAudit(test.storage.prisma, { by: 'key_c', action: 'replayed' });
    const { items } = await listAudit(test.storage.pool, { tenantId: MALLORY.tenantId });
    expect(items.map(({ by }) => by)).toEqual(['key_b']);
  });

  it('has pages, newest first, that meet without a gap', async () => {
    await test.storage.pool.query(
      `INSERT INTO audit (by, action, details) SELECT 'key_n', 'replayed', jsonb_build_object('n', n)
         FROM generate_series(1, 60) AS n`,
    );
    const first = await listAudit(test.storage.pool);
    const second = await listAudit(test.storage.pool, { before: BigInt(first.next ?? 0) });
    const numbers = [...first.items, ...second.items].map(({ details }) => details.n).slice(0, 60);
    expect(numbers).toEqual(Array.from({ length: 60 }, (_, index) => 60 - index));
    expect(second.next).toBeUndefined();
  });
});

describe('append-only', () => {
  it.each(["UPDATE audit SET by = 'nobody'", 'DELETE FROM audit', 'TRUNCATE audit'])(
    'the database refuses "%s"',
    async (statement) => {
      await recordAudit(test.storage.pool, { by: 'key_a', action: 'replayed' });
      await expect(test.storage.pool.query(statement)).rejects.toThrow('"audit" is append-only');
    },
  );

  it('what people did to a configuration stays as it was, but for who it was once they are erased', async () => {
    const { prisma, pool } = test.storage;
    const { id } = await addConfiguration(prisma);
    const at = new Date();
    await prisma.change.create({
      data: { configurationId: id, at, by: ZOE.objectId, byName: 'Zoë', kind: 'paused' },
    });
    const change = (set: string) => pool.query(`UPDATE change SET ${set} WHERE configuration_id = $1`, [id]);
    await expect(change("kind = 'created'")).rejects.toThrow('"change" is append-only');
    await expect(change("by = 'somebody else'")).rejects.toThrow('append-only');
    await expect(change("by = 'erased', kind = 'created'")).rejects.toThrow('append-only');
    await expect(pool.query('DELETE FROM change WHERE configuration_id = $1', [id])).rejects.toThrow();
    await change("by = 'erased', by_name = ''");
    expect(await prisma.change.findFirst({ where: { configurationId: id } })).toMatchObject({
      by: 'erased',
      byName: '',
      kind: 'paused',
    });
  });

  it('stays with a channel whose address was lost with its key', async () => {
    const { prisma, pool } = test.storage;
    const { id } = await addConfiguration(prisma, { state: 'broken', destinationUrl: null });
    const by = { by: ZOE.objectId, byName: 'Zoë' };
    await prisma.change.create({ data: { configurationId: id, at: new Date(), ...by, kind: 'created' } });
    await expect(pool.query('DELETE FROM change WHERE configuration_id = $1', [id])).rejects.toThrow();
  });

  it('goes with a configuration that was removed', async () => {
    const { prisma, pool } = test.storage;
    const { id } = await addConfiguration(prisma, { state: 'removed', removedAt: new Date() });
    await prisma.change.create({
      data: { configurationId: id, at: new Date(), by: ZOE.objectId, byName: 'Zoë', kind: 'removed' },
    });
    expect(await pool.query('DELETE FROM change WHERE configuration_id = $1', [id])).toMatchObject({
      rowCount: 1,
    });
  });
});
