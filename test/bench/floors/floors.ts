import pg from 'pg';
import { monotonicMs } from '../../prove/rig/clock.ts';
import type { SpawnedFakeTeams } from '../../prove/rig/spawn-fake-teams.ts';
import { inParallel } from '../in-parallel.ts';
import { perSecond } from '../statistics.ts';
import { untilArrived } from '../until-arrived.ts';
import { createBarePost } from './bare-post.ts';
import { openDurablePath } from './durable-path.ts';

/**
 * What the machine can do at the most, with the same fake Teams, the same PostgreSQL and the same number of
 * cards as Cardwire. Each answers how many per second.
 */
export interface Floors {
  /** Posts in a loop. */
  post(): Promise<number>;
  /** Inserts of one event with one delivery, each committed by itself. */
  insert(): Promise<number>;
  /** The durable path for one event to many channels. */
  oneToMany(): Promise<number>;
  /** The durable path for many events, each to another channel. */
  oneByOne(): Promise<number>;
  close(): Promise<void>;
}

export interface FloorOptions {
  databaseUrl: string;
  fake: SpawnedFakeTeams;
  /** Channels of the floors' own. */
  channels: readonly number[];
  /** Draws the number of the next event. */
  nextNumber(): number;
}

const CONNECTIONS = 20;
const POSTS_AT_A_TIME = 64;
const INSERTS_AT_A_TIME = 32;

export async function openFloors({ databaseUrl, fake, channels, nextNumber }: FloorOptions): Promise<Floors> {
  const pool = new pg.Pool({ connectionString: databaseUrl, max: CONNECTIONS });
  // A server that stops cuts idle connections: no fault of what was measured.
  pool.on('error', () => {});
  const poster = createBarePost(fake.port);
  const path = await openDurablePath(pool, poster);
  const count = channels.length;
  // Bare posts know no pace.
  await fake.call('setLimits', { channels, limits: [] });
  /** Moments of the last arrival, not of the last record: Cardwire is measured so, too. */
  const rate = async (work: () => Promise<unknown>) =>
    perSecond(count, await untilArrived(fake, count, work));
  const insertEach = () =>
    inParallel(channels, INSERTS_AT_A_TIME, (channel) => path.insert(nextNumber(), [channel]));

  return {
    post: () =>
      rate(() => inParallel(channels, POSTS_AT_A_TIME, (channel) => poster.post(channel, nextNumber()))),
    async insert() {
      const start = monotonicMs();
      await insertEach();
      const ms = monotonicMs() - start;
      // What nobody is to deliver would be claimed by the next measurement.
      await pool.query('TRUNCATE event, delivery');
      return perSecond(count, ms);
    },
    oneToMany: () => rate(() => Promise.all([path.deliver(count), path.insert(nextNumber(), channels)])),
    oneByOne: () => rate(() => Promise.all([path.deliver(count), insertEach()])),
    async close() {
      await poster.close();
      await pool.end();
    },
  };
}
