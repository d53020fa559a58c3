import { spawn, spawnSync } from 'node:child_process';
import {
  chownSync,
  closeSync,
  existsSync,
  ftruncateSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { createServer } from 'node:net';
import { dirname, join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import pg from 'pg';
import { StartError } from '../../start-error.ts';
import type { Binaries } from './binaries.ts';
import { isAlive, isPostgres } from './process.ts';
import type { SystemUser } from './system-user.ts';

/** A PostgreSQL data directory and how to reach and run it. */
export interface Cluster {
  /** The data directory; its parent holds the log. */
  folder: string;
  password: string;
  binaries: Binaries;
  user: SystemUser | undefined;
}

/** A server that runs on a cluster's data directory. */
export interface RunningCluster {
  pid: number;
  port: number;
}

const SUPERUSER = 'cardwire';
const START_TIMEOUT_MS = 30_000;
const STOP_TIMEOUT_MS = 10_000;
const POLL_MS = 25;

export function clusterUrl(cluster: Cluster, port: number, database: string): string {
  return `postgresql://${SUPERUSER}:${encodeURIComponent(cluster.password)}@127.0.0.1:${port}/${database}`;
}

/**
 * Makes the data directory if there is none. It is made aside and renamed, so a killed process leaves
 * nothing half made, and of two processes that start at once one wins and both go on.
 */
export function initialise(cluster: Cluster): void {
  if (existsSync(join(cluster.folder, 'PG_VERSION'))) return;
  const aside = `${cluster.folder}.new-${process.pid}`;
  const passwordFile = `${aside}.password`;
  rmSync(aside, { recursive: true, force: true });
  try {
    mkdirSync(aside, { mode: 0o700 });
    writeFileSync(passwordFile, `${cluster.password}\n`, { mode: 0o600 });
    if (cluster.user) {
      chownSync(aside, cluster.user.uid, cluster.user.gid);
      chownSync(passwordFile, cluster.user.uid, cluster.user.gid);
    }
    const made = spawnSync(
      cluster.binaries.initdb,
      [
        `--pgdata=${aside}`,
        `--username=${SUPERUSER}`,
        `--pwfile=${passwordFile}`,
        '--auth=scram-sha-256',
        '--encoding=UTF8',
        '--locale-provider=builtin',
        '--builtin-locale=C.UTF-8',
        '--locale=C',
      ],
      { ...cluster.user, cwd: '/', encoding: 'utf8', env: plainEnvironment() },
    );
    if (made.status !== 0) throw unusable(cluster, made.stderr || String(made.error ?? ''));
    try {
      renameSync(aside, cluster.folder);
    } catch (error) {
      if (!existsSync(join(cluster.folder, 'PG_VERSION'))) throw error;
    }
  } finally {
    rmSync(passwordFile, { force: true });
    rmSync(aside, { recursive: true, force: true });
  }
}

/**
 * The server that already runs on this data directory, left behind by a killed process; undefined if none
 * does. Waits while one is starting, recovering or stopping.
 */
export async function findRunning(cluster: Cluster): Promise<RunningCluster | undefined> {
  const deadline = Date.now() + START_TIMEOUT_MS;
  while (Date.now() < deadline) {
    const noted = readPidFile(cluster);
    if (!noted) return undefined;
    if (!isPostgres(noted.pid)) {
      takeOver(cluster);
      return undefined;
    }
    if (noted.port && (await answers(cluster, noted.port))) return { pid: noted.pid, port: noted.port };
    await delay(POLL_MS);
  }
  throw new StartError(
    `The database in ${cluster.folder} runs but does not answer. See ${logFile(cluster)}.`,
  );
}

/**
 * Puts ourselves in the place of the dead process that the lock file names. While there is any with its
 * number, be it a zombie that nobody has buried or another program, PostgreSQL refuses to start; the number of
 * its own parent it takes for stale, and goes on to make sure that nobody holds the shared memory.
 */
function takeOver(cluster: Cluster): void {
  const lock = readFileSync(lockFile(cluster), 'utf8').replace(/^\d+/, String(process.pid));
  const file = openSync(lockFile(cluster), 'r+');
  try {
    writeSync(file, lock, 0);
    ftruncateSync(file, Buffer.byteLength(lock));
  } finally {
    closeSync(file);
  }
}

/** Starts a server and waits until it answers. It outlives a crash of ours; `findRunning` adopts it then. */
export async function startServer(cluster: Cluster, wantedPort?: number): Promise<RunningCluster> {
  const port = wantedPort ?? (await freePort());
  const log = openSync(logFile(cluster), 'a', 0o600);
  const logStart = readLog(cluster).length;
  const child = spawn(
    cluster.binaries.postgres,
    [
      '-D',
      cluster.folder,
      '-p',
      String(port),
      '-h',
      '127.0.0.1',
      '-c',
      'unix_socket_directories=',
      ...(process.env.PROF
        ? [
            '-c',
            'shared_preload_libraries=pg_stat_statements',
            '-c',
            'pg_stat_statements.track_planning=on',
            '-c',
            'pg_stat_statements.track=all',
          ]
        : []),
    ],
    // A process group of its own: Ctrl-C is for us, who then stop the server after our last query.
    { ...cluster.user, cwd: '/', detached: true, stdio: ['ignore', log, log], env: plainEnvironment() },
  );
  child.unref();
  let ended = false;
  child.once('exit', () => {
    ended = true;
  });
  child.once('error', () => {
    ended = true;
  });
  const deadline = Date.now() + START_TIMEOUT_MS;
  while (Date.now() < deadline) {
    if (ended || child.pid === undefined) throw unusable(cluster, readLog(cluster).slice(logStart));
    if (await answers(cluster, port)) return { pid: child.pid, port };
    await delay(POLL_MS);
  }
  throw unusable(cluster, readLog(cluster).slice(logStart));
}

/** Stops a server after its running statements were cancelled; at once, if it takes longer than 10 s. */
export async function stopServer(pid: number): Promise<void> {
  for (const signal of ['SIGINT', 'SIGQUIT'] as const) {
    if (!isAlive(pid)) return;
    process.kill(pid, signal);
    const deadline = Date.now() + STOP_TIMEOUT_MS;
    while (isAlive(pid) && Date.now() < deadline) await delay(POLL_MS);
  }
}

/** The first line of postmaster.pid is the process, the fourth its port (PostgreSQL's miscadmin.h). */
function readPidFile(cluster: Cluster): { pid: number; port: number | undefined } | undefined {
  try {
    const lines = readFileSync(lockFile(cluster), 'utf8').split('\n');
    const pid = Number(lines[0]);
    return Number.isInteger(pid) && pid > 0 ? { pid, port: Number(lines[3]) || undefined } : undefined;
  } catch {
    return undefined;
  }
}

async function answers(cluster: Cluster, port: number): Promise<boolean> {
  const client = new pg.Client({
    connectionString: clusterUrl(cluster, port, 'postgres'),
    connectionTimeoutMillis: 5_000,
  });
  client.on('error', () => {});
  try {
    await client.connect();
    return true;
  } catch (error) {
    // 28P01: somebody answers, but not to our password.
    if (error instanceof Error && 'code' in error && error.code === '28P01') {
      throw new StartError(
        `The database in ${cluster.folder} refuses the password of this data folder. ` +
          'Were secrets.json and the database taken from different backups?',
      );
    }
    return false;
  } finally {
    await client.end().catch(() => {});
  }
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', resolve);
  });
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  if (!address || typeof address === 'string') throw new Error('no port was given');
  return address.port;
}

function lockFile(cluster: Cluster): string {
  return join(cluster.folder, 'postmaster.pid');
}

function logFile(cluster: Cluster): string {
  return join(dirname(cluster.folder), 'postgres.log');
}

function readLog(cluster: Cluster): string {
  try {
    return readFileSync(logFile(cluster), 'utf8');
  } catch {
    return '';
  }
}

export function diskFull(folder: string): StartError {
  return new StartError(`The disk that holds ${folder} is full. Free some space and start again.`);
}

function unusable(cluster: Cluster, output: string): StartError {
  if (/no space left on device|disk quota exceeded/i.test(output)) return diskFull(cluster.folder);
  const reason = output.split('\n').findLast((line) => /FATAL|PANIC|error/i.test(line)) ?? output.trim();
  return new StartError(
    `The database in ${cluster.folder} does not start: ${reason.trim() || 'no reason given'}`,
  );
}

/** PostgreSQL's own variables of the caller must not reach it (PGDATA, PGPORT …). */
function plainEnvironment(): NodeJS.ProcessEnv {
  const kept = Object.entries(process.env).filter(([name]) => !name.startsWith('PG'));
  return { ...Object.fromEntries(kept), LC_ALL: 'C' };
}
