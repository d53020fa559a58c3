import { PrismaPg } from '@prisma/adapter-pg';
import pg from 'pg';
import { PrismaClient } from './generated/client.ts';

/** The database, as the rooms use it. */
export interface Storage {
  /** Models and ordinary queries; `$queryRaw` for the statements on hot paths. */
  prisma: PrismaClient;
  /** The connections beneath, for what is not Prisma's: the queue, the sandbox. */
  pool: pg.Pool;
  close(): Promise<void>;
}

export interface StorageOptions {
  databaseUrl: string;
  /** How many connections this process may hold. */
  connections?: number;
  onError(error: Error): void;
}

const CONNECTIONS = 10;

/** Opens the pool. Connections are made when they are needed, and anew when the server cuts them. */
export function openStorage({ databaseUrl, connections = CONNECTIONS, onError }: StorageOptions): Storage {
  const pool = new pg.Pool({
    connectionString: databaseUrl,
    max: connections,
    connectionTimeoutMillis: 10_000,
    keepAlive: true,
    application_name: 'cardwire',
    // Prisma's adapter reads timestamps as UTC whatever the session's zone is, so the session's must be UTC.
    options: '-c TimeZone=UTC -c plan_cache_mode=force_custom_plan',
  });
  let closing = false;
  // Without a listener an idle connection that is cut would end the process.
  pool.on('error', (error) => {
    // The pool says that it has ended before its sockets have: a server that stops next still cuts them.
    if (!closing) onError(error);
  });
  const prisma = new PrismaClient({ adapter: new PrismaPg(pool) });
  return {
    prisma,
    pool,
    async close() {
      closing = true;
      await prisma.$disconnect();
      await pool.end();
    },
  };
}
