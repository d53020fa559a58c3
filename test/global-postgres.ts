import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import type { TestProject } from 'vitest/node';
import { openDataFolder } from '../server/storage/data-folder.ts';
import { migrate } from '../server/storage/migrate.ts';
import { startEmbeddedPostgres } from '../server/storage/postgres/embedded.ts';
import { TEMPLATE } from './template.ts';

declare module 'vitest' {
  interface ProvidedContext {
    postgresUrl: string;
  }
}

const quiet = { info() {}, warn() {} };

/** One PostgreSQL server for all test files; each file makes databases of its own on it. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const folder = openDataFolder(mkdtempSync(join(tmpdir(), 'cardwire-test-')));
  const postgres = await startEmbeddedPostgres({ folder, password: 'test', log: quiet });
  await makeTemplate(postgres.url);
  project.provide('postgresUrl', postgres.url);
  return async () => {
    await postgres.stop();
    rmSync(folder, { recursive: true, force: true });
  };
}

async function makeTemplate(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query(`CREATE DATABASE ${TEMPLATE}`);
  await client.end();
  const template = new URL(url);
  template.pathname = `/${TEMPLATE}`;
  await migrate(template.href);
}
