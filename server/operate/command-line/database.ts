import { lstatSync } from 'node:fs';
import { join } from 'node:path';
import { readSettings } from '../../settings.ts';
import { openDataFolder, readSecrets } from '../../storage/data-folder.ts';
import { findEmbeddedPostgres, startEmbeddedPostgres } from '../../storage/postgres/embedded.ts';
import { openStorage, type Storage } from '../../storage/storage.ts';

/**
 * Runs `work` on the database that the settings name: DATABASE_URL, or the embedded one of a Cardwire that runs
 * on DATA_DIR. Throws an Error that tells people what to do when there is none.
 */
export async function withDatabase<Result>(
  env: NodeJS.ProcessEnv,
  work: (storage: Storage) => Promise<Result>,
): Promise<Result> {
  const url = databaseUrlOf(env) ?? (await findEmbedded(env));
  if (url) return onStorage(url, work);
  throw new Error(
    `No Cardwire runs on the data folder ${folderOf(env)}. Start it first, or set DATABASE_URL or DATA_DIR.`,
  );
}

/** The same where no server runs, because it cannot: an embedded database is started for the work alone. */
export async function withStoppedDatabase<Result>(
  env: NodeJS.ProcessEnv,
  work: (storage: Storage) => Promise<Result>,
): Promise<Result> {
  const folder = folderOf(env);
  const runs = databaseUrlOf(env) ?? (await findEmbedded(env));
  // lstat, for it may be a link: one that was never made is not made here.
  if (runs || !lstatSync(join(folder, 'postgres'), { throwIfNoEntry: false })) return withDatabase(env, work);
  const password = readSecrets(folder).databasePassword;
  const postgres = await startEmbeddedPostgres({ folder, password, log: { info() {}, warn() {} } });
  try {
    return await onStorage(postgres.url, work);
  } finally {
    await postgres.stop();
  }
}

async function onStorage<Result>(
  databaseUrl: string,
  work: (storage: Storage) => Promise<Result>,
): Promise<Result> {
  const storage = openStorage({ databaseUrl, connections: 1, onError() {} });
  try {
    return await work(storage);
  } finally {
    await storage.close();
  }
}

/** The keys that a server with these settings would have: SECRET_KEYS, or the one that its data folder keeps. */
export function readSecretKeys(env: NodeJS.ProcessEnv): Buffer[] {
  const { secretKeys, dataDir } = readSettings({ ...env, NODE_ENV: '', SANDBOX: 'on' });
  if (secretKeys.length > 0) return secretKeys;
  if (env.DATABASE_URL && !env.DATA_DIR) {
    throw new Error('Set SECRET_KEYS to the keys of the server, in its order.');
  }
  return [Buffer.from(readSecrets(openDataFolder(dataDir)).secretKey, 'base64')];
}

/** Of production's demands only the database matters here. */
function databaseUrlOf(env: NodeJS.ProcessEnv): string | undefined {
  return readSettings({ ...env, NODE_ENV: '', SANDBOX: 'on' }).databaseUrl;
}

function folderOf(env: NodeJS.ProcessEnv): string {
  return openDataFolder(readSettings({ DATA_DIR: env.DATA_DIR, SANDBOX: 'on' }).dataDir);
}

async function findEmbedded(env: NodeJS.ProcessEnv): Promise<string | undefined> {
  const folder = folderOf(env);
  return findEmbeddedPostgres(folder, readSecrets(folder).databasePassword);
}
