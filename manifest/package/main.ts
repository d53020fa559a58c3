import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { connector } from '../connector.ts';
import { listing } from '../listing.ts';
import { runPackageCommand } from './command.ts';

const { exitCode, out, err } = runPackageCommand({
  args: process.argv.slice(2),
  env: process.env,
  declaration: { connector, listing },
  readFile: (path) => (existsSync(path) ? readFileSync(path) : undefined),
  writeFile(path, bytes) {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, bytes);
  },
});
process.stdout.write(out);
process.stderr.write(err);
process.exitCode = exitCode;
