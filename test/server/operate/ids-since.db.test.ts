import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createLook } from '../../../server/lookback/look.ts';
import { idsSince } from '../../../server/operate/ids-since.ts';
import { openStorage, type Storage } from '../../../server/storage/storage.ts';
import { createTestDatabase, type TestDatabase } from '../../database.ts';

let database: TestDatabase;
let storage: Storage;
beforeAll(async () => {
  database = await createTestDatabase();
  storage = openStorage({ databaseUrl: database.url, onError() {} });
});
afterAll(async () => {
  await storage.close();
  await database.drop();
});

it('finds the first id since a moment, whatever ids are missing', async () => {
  const look = createLook(storage.pool);
  const rows = fc.uniqueArray(fc.integer({ min: 1, max: 1_000 }), { maxLength: 40 });
  await fc.assert(
    fc.asyncProperty(rows, fc.integer({ min: 0, max: 1_001 }), async (ids, second) => {
      await storage.pool.query('TRUNCATE attempt');
      await storage.pool.query(
        `INSERT INTO attempt (id, configuration_id, started_at, duration_ms, verdict, words)
         SELECT id, 'any', to_timestamp(id), 1, 'posted', '' FROM unnest($1::int[]) AS id`,
        [ids],
      );
      const { from, to } = await idsSince(look, 'attempt', new Date(second * 1_000));
      const wanted = ids.filter((id) => id >= second);
      expect(ids.filter((id) => id >= from)).toEqual(wanted);
      expect(Number(to)).toBe(Math.max(0, ...ids));
    }),
    { numRuns: 100 },
  );
});
