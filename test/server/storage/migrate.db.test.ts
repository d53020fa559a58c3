import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { migrate } from '../../../server/storage/migrate.ts';
import { sqlFrom } from '../../../server/storage/schema-engine.ts';
import { createEmptyDatabase, createTestDatabase, type TestDatabase } from '../../database.ts';

describe('the migrations', () => {
  let migrated: TestDatabase;
  let fromSchema: TestDatabase;

  beforeAll(async () => {
    migrated = await createTestDatabase();
    fromSchema = await createEmptyDatabase();
  });
  afterAll(async () => {
    await migrated.drop();
    await fromSchema.drop();
  });

  it('lead to what prisma/schema.prisma says', async () => {
    await query(fromSchema, await sqlFrom(fromSchema.url));
    const columns = await catalog(migrated);
    expect(columns.length).toBeGreaterThan(50);
    expect(columns).toEqual(await catalog(fromSchema));
  });

  it('are applied as a whole or not at all: what fails half-way can be tried again', async () => {
    const empty = await createEmptyDatabase();
    // Of the same name as one that a migration makes in its middle.
    await query(empty, 'CREATE TYPE verdict AS ENUM ()');
    await expect(migrate(empty.url)).rejects.toThrow('verdict');
    expect(
      await query(empty, "SELECT relname AS line FROM pg_class WHERE relnamespace = 'public'::regnamespace"),
    ).toEqual([]);
    await query(empty, 'DROP TYPE verdict');
    expect((await migrate(empty.url)).length).toBeGreaterThan(0);
    expect(await catalog(empty)).toEqual(await catalog(migrated));
    await empty.drop();
  });

  it('are applied once, whoever asks and however often', async () => {
    const empty = await createEmptyDatabase();
    const applied = await Promise.all([migrate(empty.url), migrate(empty.url), migrate(empty.url)]);
    expect(applied.filter((names) => names.length > 0)).toHaveLength(1);
    expect(await migrate(empty.url)).toEqual([]);
    await empty.drop();
  });
});

/**
 * Every column, index, constraint and enum value, as lines; not storage parameters and the index on an expression,
 * of which Prisma knows none.
 */
async function catalog(database: TestDatabase): Promise<string[]> {
  const rows = await query(
    database,
    `SELECT concat_ws(' ', 'column', table_name, column_name, udt_name, is_nullable, column_default) AS line
       FROM information_schema.columns WHERE table_schema = 'public'
      UNION ALL SELECT 'index ' || regexp_replace(indexdef, ' WITH \\(.*?\\)', '') FROM pg_indexes WHERE schemaname = 'public'
      UNION ALL SELECT concat_ws(' ', 'constraint', conrelid::regclass, pg_get_constraintdef(oid))
       FROM pg_constraint WHERE connamespace = 'public'::regnamespace
      UNION ALL SELECT concat_ws(' ', 'enum', enumtypid::regtype, enumlabel) FROM pg_enum
      ORDER BY line`,
  );
  return rows
    .map((row) => row.line)
    .filter((line) => !line.includes('_prisma_migrations') && !line.includes('wanted_types('));
}

async function query({ url }: TestDatabase, sql: string): Promise<{ line: string }[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query(sql)).rows;
  } finally {
    await client.end();
  }
}
