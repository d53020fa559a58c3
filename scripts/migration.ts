// `npm run migration -- name`: writes the migration that leads from the committed prisma/schema.prisma to the
// one in the working tree. Read it before you commit it.
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openDataFolder } from '../server/storage/data-folder.ts';
import { startEmbeddedPostgres } from '../server/storage/postgres/embedded.ts';
import { sqlFrom } from '../server/storage/schema-engine.ts';

const name = process.argv[2];
if (!name || !/^[a-z0-9_]+$/.test(name)) {
  console.error(
    'Give the migration a name of small letters, digits and underscores: npm run migration -- add_mood',
  );
  process.exit(1);
}

const committed = execFileSync('git', ['show', 'HEAD:prisma/schema.prisma'], { encoding: 'utf8' });
const folder = openDataFolder(mkdtempSync(join(tmpdir(), 'cardwire-migration-')));
const postgres = await startEmbeddedPostgres({ folder, password: 'none', log: { info() {}, warn() {} } });
try {
  const sql = await sqlFrom(postgres.url, committed);
  const moment = new Date().toISOString().replaceAll(/\D/g, '').slice(0, 14);
  const target = join('prisma', 'migrations', `${moment}_${name}`);
  mkdirSync(target, { recursive: true });
  writeFileSync(join(target, 'migration.sql'), sql);
  console.log(`${target}/migration.sql`);
} finally {
  await postgres.stop();
  rmSync(folder, { recursive: true, force: true });
}
