import { parseArgs } from 'node:util';
import { readSettings } from '../../server/settings.ts';
import type { Declaration } from './build-manifest.ts';
import type { PackageProblem } from './checks/problem.ts';
import { versionProblems } from './earlier-package.ts';
import { installationOf } from './installation.ts';
import { makePackage, PACKAGE_NAME } from './make-package.ts';

/** What the command needs of the world. */
export interface PackageCommand {
  args: readonly string[];
  env: NodeJS.ProcessEnv;
  declaration: Declaration;
  /** Undefined: there is no such file. */
  readFile(path: string): Uint8Array | undefined;
  writeFile(path: string, bytes: Uint8Array): void;
}

/** Exit code 1: no package was written; 2: the arguments were not understood. */
export interface PackageOutcome {
  exitCode: 0 | 1 | 2;
  out: string;
  err: string;
}

const HELP = `Makes the app package that people install in Teams.

  npm run package -- [--url https://cardwire.example.com] [--out FILE] [--store] [--json]

  --url     The server's address, in the place of PUBLIC_URL: that of a tunnel, for example.
  --out     Where to write it (default dist/${PACKAGE_NAME}). What is there counts as the package before.
  --store   Writes it only when nothing stops it from being published either.

It takes the settings of the server: ENTRA_CLIENT_ID, CONNECTOR_ID and TEAMS_APP_ID beside PUBLIC_URL.
`;

/** Makes, checks and writes the package. Never throws for what its user did. */
export function runPackageCommand(command: PackageCommand): PackageOutcome {
  let options: ReturnType<typeof readOptions>;
  try {
    options = readOptions(command.args);
  } catch (error) {
    return { exitCode: 2, out: '', err: `${messageOf(error)}\n\n${HELP}` };
  }
  if (options.help) return { exitCode: 0, out: HELP, err: '' };
  try {
    return writePackage(command, options);
  } catch (error) {
    return { exitCode: 1, out: '', err: `${messageOf(error)}\n` };
  }
}

function writePackage(
  { env, declaration, readFile, writeFile }: PackageCommand,
  { url, out: path, store, json }: ReturnType<typeof readOptions>,
): PackageOutcome {
  // Of production's demands none matters here, and the sandbox is not asked about.
  const settings = readSettings({ ...env, NODE_ENV: '', SANDBOX: 'on', ...(url && { PUBLIC_URL: url }) });
  const installation = installationOf(settings);
  if (!installation.publicUrl.startsWith('https://'))
    throw new Error(
      `Teams opens only https addresses that it can reach, and this one is ${installation.publicUrl}. Set PUBLIC_URL to the server's own, or try it through a tunnel: npm run package -- --url https://NAME.devtunnels.ms`,
    );
  const { zip, problems: found } = makePackage(declaration, installation);
  const problems = [...found, ...versionProblems(zip, readFile(path))];
  const refused = problems.some(({ stops }) => stops === 'installing' || store);
  if (!refused) writeFile(path, zip);
  if (json) {
    const answer = { path: refused ? null : path, bytes: zip.length, installation, problems };
    return { exitCode: refused ? 1 : 0, out: `${JSON.stringify(answer)}\n`, err: '' };
  }
  const list = problems.map(inWords).join('');
  if (refused) return { exitCode: 1, out: '', err: `No package was written.\n${list}` };
  const notes = installation.clientId
    ? ''
    : '\nWithout ENTRA_CLIENT_ID Teams signs nobody in; the pages open a window for it.\n';
  const before = problems.length > 0 ? `\nBefore it is published:\n${list}` : '';
  return {
    exitCode: 0,
    out: `${path}: the app ${installation.appId} for ${installation.publicUrl}, ${zip.length} bytes.\n${notes}${before}`,
    err: '',
  };
}

/** Throws, in words for people, when the arguments are none of ours. */
function readOptions(args: readonly string[]) {
  const { values } = parseArgs({
    args: [...args],
    options: {
      url: { type: 'string' },
      out: { type: 'string', default: `dist/${PACKAGE_NAME}` },
      store: { type: 'boolean', default: false },
      json: { type: 'boolean', default: false },
      help: { type: 'boolean', short: 'h', default: false },
    },
  });
  return values;
}

function inWords({ file, field, reason, cure }: PackageProblem): string {
  return `  ${[file, field].filter(Boolean).join(' ') || 'package'}: ${reason} ${cure}\n`;
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
