import { setTimeout as delay } from 'node:timers/promises';
import pg from 'pg';
import { StartError } from '../../start-error.ts';
import { databaseFolder } from '../data-folder.ts';
import { findBinaries } from './binaries.ts';
import {
  type Cluster,
  clusterUrl,
  diskFull,
  findRunning,
  initialise,
  startServer,
  stopServer,
} from './cluster.ts';
import { isAlive } from './process.ts';
import { postgresUser } from './system-user.ts';

export interface EmbeddedPostgres {
  url: string;
  /** Stops the server. Close every connection first. */
  stop(): Promise<void>;
}

export interface EmbeddedOptions {
  /** The data folder. One process at a time may use it. */
  folder: string;
  password: string;
  log: { info(message: string): void; warn(message: string): void };
}

const DATABASE = 'cardwire';
/** PostgreSQL's code. */
const DISK_FULL = '53100';
/** Any fixed number: the advisory lock that marks the data folder as in use. */
const IN_USE_LOCK = 0x0cad;
/** A killed process' connection is noticed by the server within moments. */
const LOCK_PATIENCE_MS = 2_000;
const ORPHANS_PATIENCE_MS = 10_000;
const WATCH_MS = 500;
const POLL_MS = 100;

/**
 * The URL of the database that a running Cardwire keeps in this data folder; undefined while none runs. For
 * commands that work beside the server.
 */
export async function findEmbeddedPostgres(folder: string, password: string): Promise<string | undefined> {
  const user = postgresUser();
  const binaries = await findBinaries(user);
  const cluster: Cluster = { folder: databaseFolder(folder, user), password, binaries, user };
  const running = await findRunning(cluster);
  return running && clusterUrl(cluster, running.port, DATABASE);
}

/**
 * PostgreSQL from npm, on the data folder: made if it is new, adopted if a killed process left it running,
 * started otherwise, and started again if it dies. Refuses (StartError) while another process uses the
 * folder; that is known by a lock inside the database, which vanishes with its holder.
 */
export async function startEmbeddedPostgres({
  folder,
  password,
  log,
}: EmbeddedOptions): Promise<EmbeddedPostgres> {
  const user = postgresUser();
  const cluster: Cluster = {
    folder: databaseFolder(folder, user),
    password,
    binaries: await findBinaries(user),
    user,
  };
  initialise(cluster);
  const adopted = await findRunning(cluster);
  if (adopted) log.info('The database was still running; it goes on.');
  let server = adopted ?? (await startOrFind(cluster));
  const { port } = server;

  let claim = await claimFolder(cluster, port, folder);
  try {
    await createDatabase(cluster, port);
  } catch (error) {
    // Ours alone since the claim: it must not outlive a start that fails.
    await claim.end();
    await stopServer(server.pid);
    throw error;
  }

  const stopping = new AbortController();
  const { signal } = stopping;
  const watch = async () => {
    let told = false;
    while (!signal.aborted) {
      await delay(WATCH_MS, undefined, { ref: false, signal }).catch(() => {});
      if (signal.aborted || isAlive(server.pid)) continue;
      try {
        if (!told) log.warn('The database ended unexpectedly; it is started again.');
        server = (await findRunning(cluster)) ?? (await startServer(cluster, port));
        await claim.end();
        claim = await claimFolder(cluster, port, folder);
        log.info('The database is back.');
        told = false;
      } catch (error) {
        // The dead server's children keep its files for a moment: the next round succeeds.
        if (!told) log.warn(error instanceof Error ? error.message : String(error));
        told = true;
      }
    }
  };
  const watching = watch();

  return {
    url: clusterUrl(cluster, port, DATABASE),
    async stop() {
      stopping.abort();
      // It may be starting a server right now: that one is to be stopped.
      await watching;
      await claim.end();
      await stopServer(server.pid);
    },
  };
}

/**
 * Of two processes that start at once, one server wins; the other process finds it and meets its lock. The
 * children of a server that was killed hold its memory for a moment, and no other starts until they are gone.
 */
async function startOrFind(cluster: Cluster) {
  const deadline = Date.now() + ORPHANS_PATIENCE_MS;
  while (true) {
    try {
      return await startServer(cluster);
    } catch (error) {
      const other = await findRunning(cluster);
      if (other) return other;
      const orphans = error instanceof StartError && error.message.includes('shared memory block');
      if (!orphans || Date.now() > deadline) throw error;
      await delay(POLL_MS);
    }
  }
}

interface Claim {
  end(): Promise<void>;
}

async function claimFolder(cluster: Cluster, port: number, folder: string): Promise<Claim> {
  const client = new pg.Client({
    connectionString: clusterUrl(cluster, port, 'postgres'),
    application_name: `cardwire ${process.pid}`,
    keepAlive: true,
  });
  // The server's end is noticed by the watch, which claims anew.
  client.on('error', () => {});
  await client.connect();
  const deadline = Date.now() + LOCK_PATIENCE_MS;
  while (true) {
    const { rows } = await client.query<{ free: boolean }>('SELECT pg_try_advisory_lock($1) AS free', [
      IN_USE_LOCK,
    ]);
    if (rows[0]?.free) return { end: () => client.end().catch(() => {}) };
    if (Date.now() > deadline) break;
    await delay(POLL_MS);
  }
  const { rows } = await client.query<{ name: string }>(
    `SELECT application_name AS name
       FROM pg_locks JOIN pg_stat_activity USING (pid)
      WHERE locktype = 'advisory' AND objid = $1 AND granted`,
    [IN_USE_LOCK],
  );
  await client.end();
  const holder = rows[0]?.name.replace('cardwire', 'process') ?? 'another process';
  throw new StartError(
    `Cardwire already runs on the data folder ${folder} (${holder}). Stop it, or set DATA_DIR to another folder.`,
  );
}

async function createDatabase(cluster: Cluster, port: number): Promise<void> {
  const client = new pg.Client({ connectionString: clusterUrl(cluster, port, 'postgres') });
  await client.connect();
  try {
    const { rowCount } = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [DATABASE]);
    if (rowCount === 0) await client.query(`CREATE DATABASE ${DATABASE}`);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    throw code === DISK_FULL ? diskFull(cluster.folder) : error;
  } finally {
    await client.end();
  }
}
