import { runCommand } from '../prove/rig/command-line.ts';
import { bench } from './bench.ts';
import { HELP, readBenchOptions } from './options.ts';
import { benchReport } from './report.ts';

// `npm run bench`: see HELP.
await runCommand(HELP, async (args) => {
  const options = readBenchOptions(args);
  const measured = await bench(options, (line) => process.stderr.write(`${line}\n`));
  process.stdout.write(`${benchReport(measured, options.markdown)}\n`);
});
