import { existsSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { readSettings, type Settings } from '../../settings.ts';
import { StartError } from '../../start-error.ts';
import { readSecretKeys, withDatabase } from '../command-line/database.ts';
import type { Outcome } from '../command-line/run-command.ts';
import { examine, type Patient } from './examine.ts';
import { type Finding, findingsOf } from './finding.ts';
import { readDatabase } from './read-database.ts';
import { exitCodeOf, writeReport } from './report.ts';
import type { World } from './world.ts';

export interface DoctorCommand extends Pick<Patient, 'declaration' | 'logoBytes'> {
  args: readonly string[];
  env: NodeJS.ProcessEnv;
  world: World;
}

const HELP = `Tells what stands between these settings and a working installation. Changes nothing.

  npm run doctor [-- --json]

It takes the server's settings from the environment and looks at the server that runs at PUBLIC_URL. With
CARDWIRE_KEY, an API key of the scope "operate", it also sees whether that server has the same settings.
Exit code 1 when something does not work.
`;

/** Runs the doctor. Exit code 1: something does not work; 2: the arguments were not understood. */
export async function runDoctor({ args, env, world, ...patient }: DoctorCommand): Promise<Outcome> {
  const options = { json: { type: 'boolean' }, help: { type: 'boolean', short: 'h' } } as const;
  let asked: { json?: boolean; help?: boolean };
  try {
    asked = parseArgs({ args: [...args], options }).values;
  } catch (error) {
    return {
      exitCode: 2,
      out: '',
      err: `${error instanceof Error ? error.message : String(error)}\n\n${HELP}`,
    };
  }
  if (asked.help) return { exitCode: 0, out: HELP, err: '' };
  const { settings, findings } = readSettingsOf(env);
  if (settings) {
    const { CARDWIRE_KEY: key } = env;
    findings.push(
      ...(await examine(
        { ...patient, settings, key, readDatabase: () => look(env, settings, world) },
        world,
      )),
    );
  }
  const out = asked.json ? `${JSON.stringify({ findings })}\n` : writeReport(findings);
  return { exitCode: exitCodeOf(findings), out, err: '' };
}

async function look(env: NodeJS.ProcessEnv, { databaseUrl, dataDir }: Settings, world: World) {
  // Opening a data folder would make it.
  if (databaseUrl === undefined && !existsSync(dataDir))
    throw new Error('Neither DATABASE_URL nor a data folder is there.');
  return withDatabase(env, (storage) =>
    readDatabase(storage, {
      embedded: databaseUrl === undefined,
      secretKeys: () => readSecretKeys(env),
      now: world.now,
    }),
  );
}

/** The settings as production would take them; where it would not, what can be read of them all the same. */
function readSettingsOf(env: NodeJS.ProcessEnv): { settings: Settings | undefined; findings: Finding[] } {
  const finding = findingsOf('settings');
  try {
    const settings = readSettings({ ...env, NODE_ENV: 'production' });
    return { settings, findings: [finding('ok', 'Production would start with them', 'all are there')] };
  } catch (error) {
    const findings = complaints(error).map((line) => {
      const [name = '', ...words] = line.split(' ');
      return finding('failed', name, words.join(' '), 'See docs/settings.md.');
    });
    return { settings: readLeniently(env), findings };
  }
}

function readLeniently(env: NodeJS.ProcessEnv): Settings | undefined {
  try {
    return readSettings({ ...env, NODE_ENV: '', SANDBOX: 'on' });
  } catch {
    return undefined;
  }
}

function complaints(error: unknown): string[] {
  if (!(error instanceof StartError)) throw error;
  return error.message.split('\n').flatMap((line) => (line.startsWith('  - ') ? [line.slice(4)] : []));
}
