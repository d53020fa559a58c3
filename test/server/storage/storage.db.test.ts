import pg from 'pg';
import { afterAll, beforeAll, beforeEach, expect, it, onTestFinished } from 'vitest';
import { openStorage } from '../../../server/storage/storage.ts';
import { createTestDatabase, type TestDatabase } from '../../database.ts';

let database: TestDatabase;
let told: Error[];
beforeAll(async () => {
  database = await createTestDatabase();
});
beforeEach(() => {
  told = [];
});
afterAll(() => database.drop());

const open = () => openStorage({ databaseUrl: database.url, onError: (error) => void told.push(error) });

/** Ends all connections of storages, as a server does that restarts. */
async function cutConnections(): Promise<void> {
  const client = new pg.Client({ connectionString: database.url, application_name: 'scissors' });
  await client.connect();
  await client.query(
    `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
      WHERE datname = current_database() AND application_name <> 'scissors'`,
  );
  await client.end();
}

it('a connection that the server cuts is told, and the next query has another', async () => {
  const storage = open();
  onTestFinished(() => storage.close());
  await storage.pool.query('SELECT 1');
  await cutConnections();
  await expect.poll(() => told.length).toBe(1);
  expect((await storage.pool.query('SELECT 1 AS one')).rows).toEqual([{ one: 1 }]);
});

it('one that is cut while the storage closes is nobody’s trouble', async () => {
  const storage = open();
  await storage.pool.query('SELECT 1');
  const closed = storage.close();
  storage.pool.emit('error', new Error('cut'), new pg.Client());
  await closed;
  expect(told).toEqual([]);
});

it('times are read as they were written, whatever the zone of the server', async () => {
  const storage = open();
  onTestFinished(() => storage.close());
  await storage.pool.query(
    `ALTER DATABASE ${new URL(database.url).pathname.slice(1)} SET TimeZone = 'Asia/Tokyo'`,
  );
  const other = open();
  onTestFinished(() => other.close());
  const time = '2026-07-01T12:00:00.123Z';
  // By another way than it is read: one mistake made twice would go unseen.
  await other.pool.query(
    "INSERT INTO event (source, source_id, type, time, data) VALUES ('s', '1', 't', $1::text::timestamptz, '{}')",
    [time],
  );
  const event = await other.prisma.event.findFirstOrThrow();
  expect(event.time).toEqual(new Date(time));
});
