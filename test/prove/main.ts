import { brokenPromises } from './judge/broken-promises.ts';
import { HELP, readProveOptions, UsageError } from './options.ts';
import { prove } from './prove.ts';
import { proveReport } from './report.ts';

// `npm run prove`: see HELP. A signal ends the process at once; what it started ends with it.
process.once('SIGINT', () => process.exit(130));
process.once('SIGTERM', () => process.exit(143));

try {
  const options = readProveOptions(process.argv.slice(2));
  const proof = await prove(options, (line) => process.stderr.write(`${line}\n`));
  process.stdout.write(`${proveReport(options, proof)}\n`);
  if (brokenPromises(proof.findings).length > 0) process.exitCode = 1;
} catch (error) {
  if (!(error instanceof UsageError)) throw error;
  process.stdout.write(`${[error.message, HELP].filter(Boolean).join('\n\n')}\n`);
  process.exitCode = error.message === '' ? 0 : 2;
}
