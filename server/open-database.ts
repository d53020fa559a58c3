import type { Logger } from 'pino';
import { needed, type OwnData } from './own-data.ts';
import type { Settings } from './settings.ts';
import { StartError } from './start-error.ts';
import { openVault } from './storage/lasting-keys.ts';
import { migrate } from './storage/migrate.ts';
import { startEmbeddedPostgres } from './storage/postgres/embedded.ts';
import { openStorage, type Storage } from './storage/storage.ts';
import type { Vault } from './storage/vault.ts';

/** The database, migrated, with the keys to what is sealed in it. */
export interface Database {
  databaseUrl: string;
  storage: Storage;
  vault: Vault;
}

export interface DatabaseOptions {
  settings: Settings;
  data: OwnData | undefined;
  logger: Logger;
  /** Takes what is to be done at the end; the last comes first. */
  later(step: () => Promise<unknown>): void;
}

/** Opens the database that the settings name, or starts the embedded one. What fails there is a StartError. */
export async function openDatabase({ settings, data, logger, later }: DatabaseOptions): Promise<Database> {
  const databaseUrl = settings.databaseUrl ?? (await embedPostgres(needed(data), logger, later));
  return usingDatabase(async () => {
    await migrate(databaseUrl);
    const storage = openStorage({
      databaseUrl,
      connections: settings.databaseConnections,
      onError: (error) => logger.warn({ err: error }, 'A connection to the database broke.'),
    });
    later(() => storage.close());
    const keys = settings.secretKeys.length > 0 ? settings.secretKeys : [folderKey(needed(data))];
    return { databaseUrl, storage, vault: await openVault(storage.pool, keys) };
  });
}

async function embedPostgres(
  { folder, secrets }: OwnData,
  log: Logger,
  later: DatabaseOptions['later'],
): Promise<string> {
  const postgres = await startEmbeddedPostgres({ folder, password: secrets.databasePassword, log });
  later(() => postgres.stop());
  return postgres.url;
}

function folderKey({ secrets }: OwnData): Buffer {
  return Buffer.from(secrets.secretKey, 'base64');
}

/** The operator can mend most of what fails at the first uses of the database. */
async function usingDatabase<Result>(work: () => Promise<Result>): Promise<Result> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof StartError) throw error;
    const reason = error instanceof Error ? error.message.split('\n')[0] : String(error);
    throw new StartError(`The database cannot be used: ${reason}`);
  }
}
