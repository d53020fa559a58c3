import { brokenPromises } from './judge/broken-promises.ts';
import { HELP, readProveOptions } from './options.ts';
import { prove } from './prove.ts';
import { proveReport } from './report.ts';
import { runCommand } from './rig/command-line.ts';

// `npm run prove`: see HELP.
await runCommand(HELP, async (args) => {
  const options = readProveOptions(args);
  const proof = await prove(options, (line) => process.stderr.write(`${line}\n`));
  process.stdout.write(`${proveReport(options, proof)}\n`);
  if (brokenPromises(proof.findings).length > 0) process.exitCode = 1;
});
