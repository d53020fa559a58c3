import { randomBytes } from 'node:crypto';
import {
  chmodSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readFileSync,
  readlinkSync,
  realpathSync,
  renameSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { Type } from 'typebox';
import { Value } from 'typebox/value';
import { StartError } from '../start-error.ts';
import { SHARED_FOLDER } from './postgres/binaries.ts';
import { canReach, type SystemUser } from './postgres/system-user.ts';

/** What a data folder keeps secret: `secrets.json`, readable by its owner alone. Lost with the folder. */
export interface FolderSecrets {
  /** Of the embedded database. */
  databasePassword: string;
  /** Encrypts webhook URLs when SECRET_KEYS is not set: 32 bytes in base64. */
  secretKey: string;
  /** The sandbox's own, so that what was configured there still works after a restart. */
  sandboxApiKey: string;
  /** Operates the sandbox's server. */
  sandboxOperateKey: string;
  sandboxGithubSecret: string;
  /** Signs what people press on the sandbox's cards. */
  sandboxActionSecret: string;
}

/** Makes the folder if it is missing. Errors say which folder and what to do. */
export function openDataFolder(path: string): string {
  try {
    mkdirSync(path, { recursive: true, mode: 0o700 });
    // Root's database runs as another user, who must be able to pass through; files inside stay private.
    if (process.getuid?.() === 0) chmodSync(path, 0o711);
    return realpathSync(path);
  } catch (error) {
    throw folderError(path, error);
  }
}

/** The folder's secrets, drawn at the first start; what a newer version needs besides is added. */
export function readSecrets(folder: string): FolderSecrets {
  const file = join(folder, 'secrets.json');
  const kept = existsSync(file) ? readKept(file) : {};
  const secrets: FolderSecrets = {
    databasePassword: randomBytes(24).toString('base64url'),
    secretKey: randomBytes(32).toString('base64'),
    sandboxApiKey: `cw_${randomBytes(24).toString('base64url')}`,
    sandboxOperateKey: `cw_${randomBytes(24).toString('base64url')}`,
    sandboxGithubSecret: randomBytes(24).toString('base64url'),
    sandboxActionSecret: `whsec_${randomBytes(32).toString('base64')}`,
    ...kept,
  };
  if (Object.keys(secrets).every((name) => Object.hasOwn(kept, name))) return secrets;
  try {
    // Written aside and renamed: a killed process leaves either no file or a whole one.
    const aside = `${file}.${process.pid}`;
    writeFileSync(aside, `${JSON.stringify(secrets, null, 2)}\n`, { mode: 0o600, flush: true });
    renameSync(aside, file);
  } catch (error) {
    throw folderError(folder, error);
  }
  return secrets;
}

/** Never drawn anew in place of a file that is broken: with it would go what opens the webhook URLs. */
function readKept(file: string): Record<string, string> {
  try {
    return Value.Parse(
      Type.Record(Type.String(), Type.String({ minLength: 1 })),
      JSON.parse(readFileSync(file, 'utf8')),
    );
  } catch {
    throw new StartError(
      `${file} is not readable. Put it back from a backup: without it nothing can be decrypted.`,
    );
  }
}

/**
 * Where the embedded database lives: `<folder>/postgres`. When the `postgres` user cannot reach that, a
 * folder in /var/lib/cardwire that `<folder>/postgres` links to.
 */
export function databaseFolder(folder: string, user: SystemUser | undefined): string {
  const inside = join(folder, 'postgres');
  if (isLink(inside)) return whereLinked(inside);
  if (!user || canReach(user, folder)) return inside;
  const outside = join(SHARED_FOLDER, randomBytes(8).toString('hex'));
  mkdirSync(outside, { recursive: true, mode: 0o711 });
  symlinkSync(join(outside, 'postgres'), inside);
  return join(outside, 'postgres');
}

/** The link may lead to nothing yet: a process was killed before it had made the database. */
function whereLinked(link: string): string {
  const target = readlinkSync(link);
  if (existsSync(dirname(target))) return target;
  throw new StartError(
    `The database was kept in ${target}, which is gone. Put it back, or delete the link ${link} to begin with an empty one.`,
  );
}

function isLink(path: string): boolean {
  return lstatSync(path, { throwIfNoEntry: false })?.isSymbolicLink() ?? false;
}

function folderError(path: string, error: unknown): StartError {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (code === 'ENOSPC' || code === 'EDQUOT') {
    return new StartError(`The disk that holds ${path} is full. Free some space and start again.`);
  }
  return new StartError(
    `The data folder ${path} cannot be used (${String(code ?? error)}). Set DATA_DIR to another one.`,
  );
}
