import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { PrismaPg } from '@prisma/adapter-pg';
import { bindMigrationAwareSqlAdapterFactory } from '@prisma/driver-adapter-utils';
import * as engine from '@prisma/schema-engine-wasm/schema_engine_bg';
import pg from 'pg';

const SCHEMA_FILE = join(import.meta.dirname, '../../prisma/schema.prisma');

/** Every table, with nothing left out. */
export const EVERYTHING = { externalTables: [], externalEnums: [] };

/**
 * Runs `work` with Prisma's own schema engine, as WebAssembly, on one database. It does what the downloaded
 * binary behind `prisma migrate` does, without the download.
 *
 * All of it is one transaction: each migration is sent by itself, and a process that is killed between two of
 * them, or between a migration and the note that it was applied, would leave a database that can neither be used nor migrated.
 */
export async function withSchemaEngine<Result>(
  databaseUrl: string,
  work: (engine: engine.SchemaEngine) => Promise<Result>,
): Promise<Result> {
  await load();
  const schema = await readFile(SCHEMA_FILE, 'utf8');
  // A pool of our own, closed at the end: the engine keeps its advisory lock as long as its connection.
  // It has one, for the transaction is the connection's.
  const pool = new pg.Pool({ connectionString: databaseUrl, max: 1, idleTimeoutMillis: 0 });
  const firstError = watchErrors(pool);
  try {
    await pool.query('BEGIN');
    const adapter = bindMigrationAwareSqlAdapterFactory(withWholeScripts(pool));
    const instance = await engine.SchemaEngine.new(
      { datamodels: [[SCHEMA_FILE, schema]] },
      () => {},
      adapter,
    );
    try {
      const result = await work(instance);
      await pool.query('COMMIT');
      return result;
    } finally {
      instance.free();
    }
  } catch (error) {
    throw firstError() ?? error;
  } finally {
    await pool.end();
  }
}

/** The adapter cuts a migration at every semicolon, also within functions and comments. PostgreSQL takes it whole. */
function withWholeScripts(pool: pg.Pool): PrismaPg {
  const factory = new PrismaPg(pool);
  const connect = factory.connect.bind(factory);
  factory.connect = async () =>
    Object.assign(await connect(), {
      async executeScript(script: string) {
        await pool.query(script);
      },
    });
  return factory;
}

/**
 * Answers the first error of a pool's queries. After it nothing goes well in the transaction any more, and the
 * engine reports whatever failed last.
 */
function watchErrors(pool: pg.Pool): () => unknown {
  let first: unknown;
  const query = pool.query.bind(pool);
  const watched = async (...args: Parameters<typeof query>) => {
    try {
      return await query(...args);
    } catch (error) {
      first ??= error;
      throw error;
    }
  };
  Object.assign(pool, { query: watched });
  return () => first;
}

/**
 * The SQL that leads from one Prisma schema to `prisma/schema.prisma`; from nothing, if none is given.
 * Compares the schemas alone: the engine cannot read PostgreSQL's catalog through the adapter, which does
 * not know the type "char".
 */
export async function sqlFrom(databaseUrl: string, oldSchema?: string): Promise<string> {
  const to = { path: SCHEMA_FILE, content: await readFile(SCHEMA_FILE, 'utf8') };
  return withSchemaEngine(databaseUrl, async (instance) => {
    const { stdout } = await instance.diff({
      from:
        oldSchema === undefined
          ? { tag: 'empty' }
          : { tag: 'schemaDatamodel', files: [{ ...to, content: oldSchema }] },
      to: { tag: 'schemaDatamodel', files: [to] },
      script: true,
      exitCode: null,
      filters: EVERYTHING,
    });
    return stdout ?? '';
  });
}

let loaded: Promise<void> | undefined;

function load(): Promise<void> {
  loaded ??= (async () => {
    const folder = dirname(createRequire(import.meta.url).resolve('@prisma/schema-engine-wasm'));
    const bytes = await readFile(join(folder, 'schema_engine_bg.wasm'));
    const { instance } = await WebAssembly.instantiate(bytes, { './schema_engine_bg.js': engine });
    engine.__wbg_set_wasm(instance.exports);
    const start = instance.exports.__wbindgen_start;
    if (typeof start === 'function') start();
  })();
  return loaded;
}
