import { expect, it } from 'vitest';
import { runCommand } from '../../../../server/operate/command-line/run-command.ts';
import { openDataFolder, readSecrets } from '../../../../server/storage/data-folder.ts';
import { openVault } from '../../../../server/storage/lasting-keys.ts';
import { migrate } from '../../../../server/storage/migrate.ts';
import { findEmbeddedPostgres, startEmbeddedPostgres } from '../../../../server/storage/postgres/embedded.ts';
import { openStorage } from '../../../../server/storage/storage.ts';
import { createVault } from '../../../../server/storage/vault.ts';
import { ownFolder } from '../../../server-process.ts';

const [OLD, NEW] = [Buffer.alloc(32, 1), Buffer.alloc(32, 2)];
/** Makes a database and starts it twice. */
const PATIENCE_MS = 120_000;

it(
  'a lost key is forgotten in a data folder whose server cannot start, and nothing runs afterwards',
  async () => {
    const folder = openDataFolder(ownFolder());
    const password = readSecrets(folder).databasePassword;
    const postgres = await startEmbeddedPostgres({ folder, password, log: { info() {}, warn() {} } });
    await migrate(postgres.url);
    const storage = openStorage({ databaseUrl: postgres.url, onError() {} });
    await openVault(storage.pool, [OLD]);
    await storage.close();
    await postgres.stop();

    const [name = ''] = createVault([OLD]).keyNames;
    const env = { DATA_DIR: folder, SECRET_KEYS: NEW.toString('base64') };
    expect(await runCommand({ args: ['secrets', 'forget', name], env, fetch })).toMatchObject({
      exitCode: 0,
      err: '',
      out: '0 channels wait for a new address.\n',
    });
    expect(await findEmbeddedPostgres(folder, password)).toBeUndefined();
  },
  PATIENCE_MS,
);
