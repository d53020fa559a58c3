import { keepCompiled, readCompiled } from './compile-cache.ts';
import { StartError } from './start-error.ts';

readCompiled();
// From here on what is loaded may come from the cache.
const { createLogger } = await import('./logger.ts');
const { run } = await import('./run.ts');
const { readSettings } = await import('./settings.ts');
const { welcome } = await import('./welcome.ts');

/** After this time a stop is no longer graceful. */
const STOP_TIMEOUT_MS = 10_000;

try {
  const settings = readSettings(process.env);
  const logger = createLogger(settings);
  const starting = run(settings, logger);

  let stopping = false;
  const stop = async () => {
    // A second Ctrl-C is impatience: end at once. Everything acknowledged is committed.
    if (stopping) process.exit(1);
    stopping = true;
    setTimeout(() => process.exit(1), STOP_TIMEOUT_MS).unref();
    // Also while it starts: the database that it has started must not be left behind.
    const running = await starting;
    await running.stop();
    process.exit(0);
  };
  process.on('SIGINT', stop);
  process.on('SIGTERM', stop);
  // Started by scripts/start.mjs on an older Node: end with it, also when it is killed.
  if (process.send) process.on('disconnect', stop);

  const running = await starting;
  if (!stopping) process.stdout.write(welcome(settings, running));
  keepCompiled();
} catch (error) {
  if (!(error instanceof StartError)) throw error;
  // At once: the schema engine leaves a timer of ten seconds behind, which would keep the process.
  process.stderr.write(`${error.message}\n`, () => process.exit(1));
}
