import { setTimeout as delay } from 'node:timers/promises';
import pg from 'pg';
import { databaseFolder } from '../../../server/storage/data-folder.ts';
import { findBinaries } from '../../../server/storage/postgres/binaries.ts';
import {
  type Cluster,
  clusterUrl,
  initialise,
  startServer,
  stopServer,
} from '../../../server/storage/postgres/cluster.ts';
import { postgresUser } from '../../../server/storage/postgres/system-user.ts';

/** A PostgreSQL server of the run's own, which can be killed and comes back on the same port. */
export interface RigDatabase {
  /** The address of one of its databases. */
  urlOf(database: string): string;
  create(database: string): Promise<void>;
  /** Kills the server's first process with SIGKILL: the others notice and end without a checkpoint. */
  kill(): void;
  /** Starts it again; it recovers from its write-ahead log. */
  restart(): Promise<void>;
  stop(): Promise<void>;
}

/** The killed server's children keep its shared memory for a moment, and no other can start meanwhile. */
const RESTART_PATIENCE_MS = 30_000;
const RETRY_MS = 100;

/** Makes and starts a server in `folder`, with PostgreSQL's own settings: what is committed is on the disk. */
export async function startDatabase(folder: string): Promise<RigDatabase> {
  const user = postgresUser();
  const cluster: Cluster = {
    folder: databaseFolder(folder, user),
    password: 'rig',
    binaries: await findBinaries(user),
    user,
  };
  initialise(cluster);
  let server = await startServer(cluster);
  const { port } = server;
  // A run that is interrupted leaves no server behind; this handler cannot wait, so it only tells it to end.
  const quit = () => signal(server.pid, 'SIGQUIT');
  process.once('exit', quit);

  return {
    urlOf: (database) => clusterUrl(cluster, port, database),
    async create(database) {
      const client = new pg.Client({ connectionString: clusterUrl(cluster, port, 'postgres') });
      await client.connect();
      try {
        await client.query(`CREATE DATABASE ${database}`);
      } finally {
        await client.end();
      }
    },
    kill: () => signal(server.pid, 'SIGKILL'),
    async restart() {
      const deadline = performance.now() + RESTART_PATIENCE_MS;
      while (true) {
        try {
          server = await startServer(cluster, port);
          return;
        } catch (error) {
          if (performance.now() > deadline) throw error;
          await delay(RETRY_MS);
        }
      }
    },
    async stop() {
      process.off('exit', quit);
      await stopServer(server.pid);
    },
  };
}

function signal(pid: number, name: NodeJS.Signals): void {
  try {
    process.kill(pid, name);
  } catch {
    // It has ended already.
  }
}
