import { setTimeout as delay } from 'node:timers/promises';
import pg from 'pg';

/** Tells the other nodes which configurations have work. A message may be lost: their sweeps find it. */
export interface WakeChannel {
  send(configurationIds: readonly string[]): Promise<void>;
  close(): Promise<void>;
}

export interface WakeChannelOptions {
  databaseUrl: string;
  pool: pg.Pool;
  onWake(configurationIds: string[]): void;
  /** It listens, at first or again: what was sent before is lost. */
  onListening(): void;
  onError(error: unknown): void;
}

const CHANNEL = 'cardwire_wake';
/** PostgreSQL takes payloads of up to 8,000 bytes; an id and its comma are 23. */
const IDS_A_MESSAGE = 300;
const RECONNECT_MS = 1_000;

/** PostgreSQL's LISTEN and NOTIFY. The listening connection is its own, and opened anew when it is cut. */
export function openWakeChannel({
  databaseUrl,
  pool,
  onWake,
  onListening,
  onError,
}: WakeChannelOptions): WakeChannel {
  const closing = new AbortController();

  const listen = async () => {
    const client = new pg.Client({
      connectionString: databaseUrl,
      application_name: 'cardwire wake',
      keepAlive: true,
    });
    const ended = new Promise<void>((resolve) => {
      client.once('end', resolve);
      // A cut connection may say so twice, and an error that nobody listens to ends the process.
      client.on('error', () => resolve());
      closing.signal.addEventListener('abort', () => resolve(), { once: true });
    });
    client.on('notification', ({ payload }) => onWake((payload ?? '').split(',')));
    await client.connect();
    await client.query(`LISTEN ${CHANNEL}`);
    onListening();
    await ended;
    await client.end().catch(() => {});
  };

  const run = async () => {
    while (!closing.signal.aborted) {
      await listen().catch(onError);
      await delay(RECONNECT_MS, undefined, { signal: closing.signal }).catch(() => {});
    }
  };
  const running = run();

  return {
    async send(configurationIds) {
      for (let start = 0; start < configurationIds.length; start += IDS_A_MESSAGE) {
        const payload = configurationIds.slice(start, start + IDS_A_MESSAGE).join(',');
        await pool.query('SELECT pg_notify($1, $2)', [CHANNEL, payload]).catch(onError);
      }
    },
    async close() {
      closing.abort();
      await running;
    },
  };
}
