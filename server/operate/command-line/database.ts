import { readSettings } from '../../settings.ts';
import { openDataFolder, readSecrets } from '../../storage/data-folder.ts';
import { findEmbeddedPostgres } from '../../storage/postgres/embedded.ts';
import { openStorage, type Storage } from '../../storage/storage.ts';

/**
 * Runs `work` on the database that the settings name: DATABASE_URL, or the embedded one of a Cardwire that runs
 * on DATA_DIR. Throws an Error that tells people what to do when there is none.
 */
export async function withDatabase<Result>(
  env: NodeJS.ProcessEnv,
  work: (storage: Storage) => Promise<Result>,
): Promise<Result> {
  // Of production's demands only the database matters here.
  const { databaseUrl = await findEmbedded(env) } = readSettings({ ...env, NODE_ENV: '', SANDBOX: 'on' });
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

async function findEmbedded(env: NodeJS.ProcessEnv): Promise<string> {
  const { dataDir } = readSettings({ DATA_DIR: env.DATA_DIR, SANDBOX: 'on' });
  const folder = openDataFolder(dataDir);
  const url = await findEmbeddedPostgres(folder, readSecrets(folder).databasePassword);
  if (url) return url;
  throw new Error(
    `No Cardwire runs on the data folder ${folder}. Start it first, or set DATABASE_URL or DATA_DIR.`,
  );
}
