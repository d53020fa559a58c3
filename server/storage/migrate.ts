import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import pg from 'pg';

const MIGRATIONS_FOLDER = join(import.meta.dirname, '../../prisma/migrations');
/** Any fixed number: the advisory lock that nodes hold while they migrate. */
const MIGRATION_LOCK = 0x0cae;

/**
 * Brings the database up to the migrations in `prisma/migrations` and answers the names of those that were
 * applied. Several nodes may call it at once: one works, the others wait and find nothing left to do.
 */
export async function migrate(databaseUrl: string): Promise<string[]> {
  const lock = new pg.Client({ connectionString: databaseUrl });
  await lock.connect();
  try {
    await lock.query('SELECT pg_advisory_lock($1)', [MIGRATION_LOCK]);
    if ((await isBegun(lock)) && (await findMissingMigrations(lock)).length === 0) return [];
    return await applyMissing(databaseUrl);
  } finally {
    await lock.end();
  }
}

async function isBegun(client: pg.Client): Promise<boolean> {
  const { rows } = await client.query<{ begun: boolean }>(
    "SELECT to_regclass('_prisma_migrations') IS NOT NULL AS begun",
  );
  return rows[0]?.begun === true;
}

async function applyMissing(databaseUrl: string): Promise<string[]> {
  // Loaded here: it takes 40 MiB and most of a second, and most starts have nothing to apply.
  const { EVERYTHING, withSchemaEngine } = await import('./schema-engine.ts');
  const migrationsList = await readMigrations();
  const { appliedMigrationNames } = await withSchemaEngine(databaseUrl, (engine) =>
    engine.applyMigrations({ migrationsList, filters: EVERYTHING }),
  );
  return appliedMigrationNames;
}

/** The migrations of this release that the database lacks, in order. */
export async function findMissingMigrations(database: pg.Pool | pg.Client): Promise<string[]> {
  const { rows } = await database.query<{ migration_name: string }>(
    'SELECT migration_name FROM _prisma_migrations WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL',
  );
  const applied = new Set(rows.map((row) => row.migration_name));
  return (await readNames()).filter((name) => !applied.has(name));
}

async function readNames(): Promise<string[]> {
  const entries = await readdir(MIGRATIONS_FOLDER, { withFileTypes: true });
  return entries.flatMap((entry) => (entry.isDirectory() ? [entry.name] : [])).sort();
}

async function readMigrations() {
  const names = await readNames();
  return {
    baseDir: MIGRATIONS_FOLDER,
    lockfile: { path: 'migration_lock.toml', content: 'provider = "postgresql"\n' },
    shadowDbInitScript: '',
    migrationDirectories: await Promise.all(
      names.map(async (name) => ({
        path: name,
        migrationFile: {
          path: 'migration.sql',
          content: {
            tag: 'ok' as const,
            value: await readFile(join(MIGRATIONS_FOLDER, name, 'migration.sql'), 'utf8'),
          },
        },
      })),
    ),
  };
}
