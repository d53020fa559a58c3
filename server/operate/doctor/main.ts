import { statSync } from 'node:fs';
import { join } from 'node:path';
import { connector } from '../../../manifest/connector.ts';
import { listing } from '../../../manifest/listing.ts';
import { runDoctor } from './command.ts';
import { network } from './network.ts';

const LOGO = join(import.meta.dirname, '../../../manifest/icons/logo.png');

const { exitCode, out, err } = await runDoctor({
  args: process.argv.slice(2),
  env: process.env,
  world: network,
  declaration: { connector, listing },
  logoBytes: statSync(LOGO).size,
});
process.stdout.write(out);
process.stderr.write(err);
process.exitCode = exitCode;
