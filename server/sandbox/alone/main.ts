// `npm run sandbox`: the stand-in for Teams with somebody's own app in it.
import { resolve } from 'node:path';
import { listen } from '../../listen.ts';
import { createLogger } from '../../logger.ts';
import { StartError } from '../../start-error.ts';
import { openDataFolder, readSecrets } from '../../storage/data-folder.ts';
import { startEmbeddedPostgres } from '../../storage/postgres/embedded.ts';
import { openStorage } from '../../storage/storage.ts';
import { HELP, readAloneOptions } from './alone-options.ts';
import { buildAlone } from './build-alone.ts';

try {
  if (process.env.NODE_ENV === 'production')
    throw new StartError('The sandbox does not run in production: anybody could sign in.');
  const options = readAloneOptions(process.argv.slice(2));
  if (options) await start(options);
  else process.stdout.write(HELP);
} catch (error) {
  if (!(error instanceof StartError)) throw error;
  process.stderr.write(`${error.message}\n`, () => process.exit(1));
}

async function start(options: NonNullable<ReturnType<typeof readAloneOptions>>): Promise<void> {
  const logger = createLogger({ logLevel: 'warn', production: false });
  const folder = openDataFolder(resolve(process.env.DATA_DIR || 'data/sandbox'));
  const { databasePassword } = readSecrets(folder);
  const postgres = await startEmbeddedPostgres({ folder, password: databasePassword, log: logger });
  const storage = openStorage({
    databaseUrl: postgres.url,
    onError: (error) => logger.warn({ err: error }, 'A connection to the database broke.'),
  });
  let { port } = options;
  const origin = () => `http://localhost:${port}`;
  const app = await buildAlone({ pool: storage.pool, logger, app: options, origin });

  const stop = async () => {
    await app.close();
    await storage.close();
    await postgres.stop();
    process.exit(0);
  };
  process.on('SIGINT', stop);
  process.on('SIGTERM', stop);

  try {
    port = await listen(app, { host: 'localhost', port });
  } catch (error) {
    await storage.close();
    await postgres.stop();
    throw error;
  }
  process.stdout.write(`
${options.name} opens in a stand-in for Teams:

  ${origin()}/sandbox

Ctrl-C stops it. What was configured is there at the next start.

`);
}
