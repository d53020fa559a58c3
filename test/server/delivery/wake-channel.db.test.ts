import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest';
import { openWakeChannel, type WakeChannel } from '../../../server/delivery/wake-channel.ts';
import { newId } from '../../configuration-row.ts';
import { type Channels, openChannels } from './channels.ts';

let channels: Channels;
beforeAll(async () => {
  channels = await openChannels();
});
afterAll(() => channels.close());

const woken: string[] = [];
const errors: unknown[] = [];
let listening = 0;
let wakes: WakeChannel;
beforeEach(async () => {
  woken.length = 0;
  errors.length = 0;
  listening = 0;
  wakes = openWakeChannel({
    databaseUrl: channels.databaseUrl,
    pool: channels.pool,
    onWake: (ids) => woken.push(...ids),
    onListening() {
      listening += 1;
    },
    onError: (error) => errors.push(error),
  });
  await eventually(listeners).toBe(1);
});
afterEach(() => wakes.close());

const eventually = (look: () => unknown) => expect.poll(look, { timeout: 10_000, interval: 10 });

/** Connections that have begun to listen and wait for messages. */
async function listeners(): Promise<number> {
  const { rows } = await channels.pool.query(
    `SELECT count(*)::int AS count
       FROM pg_stat_activity
      WHERE datname = current_database() AND query LIKE 'LISTEN%' AND state = 'idle'`,
  );
  return rows[0].count;
}

it('a wake-up reaches the other nodes', async () => {
  const id = newId();
  await wakes.send([id]);
  await eventually(() => woken).toEqual([id]);
});

it('as many as there are arrive, each once', async () => {
  const ids = Array.from({ length: 1_000 }, newId);
  await wakes.send(ids);
  await eventually(() => woken).toEqual(ids);
});

it('a connection that is cut is opened anew, and says so', async () => {
  await channels.pool.query(
    `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
      WHERE datname = current_database() AND application_name = 'cardwire wake'`,
  );
  await eventually(listeners).toBe(0);
  await eventually(listeners).toBe(1);
  await eventually(() => listening).toBe(2);
  await wakes.send(['again']);
  await eventually(() => woken).toEqual(['again']);
});

it('a message that cannot be sent is told as an error, and never thrown', async () => {
  const away = openWithoutDatabase();
  await expect(away.send(['lost'])).resolves.toBeUndefined();
  expect(errors).not.toEqual([]);
  await away.close();

  function openWithoutDatabase(): WakeChannel {
    const pool = Object.assign(Object.create(channels.pool), {
      query: () => Promise.reject(new Error('no database')),
    });
    return openWakeChannel({
      databaseUrl: channels.databaseUrl,
      pool,
      onWake() {},
      onListening() {},
      onError: (error) => errors.push(error),
    });
  }
});

it('closing leaves no connection behind', async () => {
  await wakes.close();
  await eventually(listeners).toBe(0);
});
