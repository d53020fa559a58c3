import { readSettings } from '../settings.ts';
import { openDataFolder, readSecrets } from '../storage/data-folder.ts';
import { findEmbeddedPostgres } from '../storage/postgres/embedded.ts';
import { openStorage, type Storage } from '../storage/storage.ts';

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

async function findEmbedded(env: NodeJS.ProcessEnv): Promise<string> {
  const { dataDir } = readSettings({ DATA_DIR: env.DATA_DIR, SANDBOX: 'on' });
  const folder = openDataFolder(dataDir);
  const url = await findEmbeddedPostgres(folder, readSecrets(folder).databasePassword);
  if (url) return url;
  throw new Error(
    `No Cardwire runs on the data folder ${folder}. Start it first, or set DATABASE_URL or DATA_DIR.`,
  );
}
