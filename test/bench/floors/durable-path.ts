import type { Pool } from 'pg';
import { cloudEvent } from '../../prove/cloud-event.ts';
import type { BarePost } from './bare-post.ts';

/**
 * The least that anything durable must do with an event: insert it with its deliveries, claim these in
 * batches, post them, record what came of it. On tables of its own with nothing but that.
 */
export interface DurablePath {
  /** Inserts one event with a delivery for each channel, in one statement. */
  insert(number: number, channels: readonly number[]): Promise<void>;
  /** Claims, posts and records with so many workers, until so many deliveries are recorded. */
  deliver(deliveries: number): Promise<void>;
}

const WORKERS = 4;
const BATCH = 50;

/** The columns that claiming and recording need, and an index of what waits. */
const TABLES = `
  CREATE TABLE event (id bigserial PRIMARY KEY, data jsonb NOT NULL);
  CREATE TABLE delivery (
    id bigserial PRIMARY KEY,
    event_id bigint NOT NULL REFERENCES event,
    channel int NOT NULL,
    state smallint NOT NULL DEFAULT 0,
    attempt_id bigint
  );
  CREATE INDEX ON delivery (id) WHERE state = 0;
  CREATE TABLE attempt (id bigserial PRIMARY KEY, channel int NOT NULL, status int NOT NULL);`;

interface Claimed {
  id: string;
  channel: number;
  number: number;
}

export async function openDurablePath(pool: Pool, { post }: BarePost): Promise<DurablePath> {
  await pool.query(TABLES);
  /** Woken by every insert; a worker that found nothing waits for the next one. */
  let inserted = Promise.withResolvers<void>();

  const claim = async (): Promise<Claimed[]> => {
    const { rows } = await pool.query<Claimed>({
      name: 'claim',
      text: `
        WITH claimed AS (
          UPDATE delivery
             SET state = 1
           WHERE id IN (SELECT id FROM delivery WHERE state = 0 ORDER BY id LIMIT ${BATCH} FOR UPDATE SKIP LOCKED)
          RETURNING id, event_id, channel
        )
        SELECT claimed.id, claimed.channel, (event.data ->> 'number')::int AS number
          FROM claimed
          JOIN event ON event.id = claimed.event_id`,
    });
    return rows;
  };

  const record = (claimed: readonly Claimed[]) =>
    pool.query({
      name: 'record',
      text: `
        WITH input AS (
          SELECT nextval('attempt_id_seq') AS attempt_id, id, channel
            FROM unnest($1::bigint[], $2::int[]) AS input (id, channel)
        ),
        written AS (
          INSERT INTO attempt (id, channel, status) SELECT attempt_id, channel, 202 FROM input
        )
        UPDATE delivery SET state = 2, attempt_id = input.attempt_id FROM input WHERE delivery.id = input.id`,
      values: [claimed.map(({ id }) => id), claimed.map(({ channel }) => channel)],
    });

  return {
    async insert(number, channels) {
      await pool.query({
        name: 'insert',
        text: `
          WITH accepted AS (INSERT INTO event (data) VALUES ($1) RETURNING id)
          INSERT INTO delivery (event_id, channel)
          SELECT accepted.id, input.channel FROM accepted, unnest($2::int[]) AS input (channel)`,
        values: [JSON.stringify({ ...cloudEvent(number, 'floor', 'floor').data, number }), channels],
      });
      inserted.resolve();
      inserted = Promise.withResolvers();
    },
    async deliver(deliveries) {
      let recorded = 0;
      const done = Promise.withResolvers<void>();
      const worker = async () => {
        while (recorded < deliveries) {
          const news = inserted.promise;
          const claimed = await claim();
          if (claimed.length === 0) {
            await Promise.race([news, done.promise]);
            continue;
          }
          await Promise.all(claimed.map(({ channel, number }) => post(channel, number)));
          await record(claimed);
          recorded += claimed.length;
        }
        done.resolve();
      };
      await Promise.all(Array.from({ length: WORKERS }, worker));
    },
  };
}
