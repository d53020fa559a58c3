import { randomBytes } from 'node:crypto';
import {
  chmodSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
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
  sandboxGithubSecret: string;
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

/** The folder's secrets, drawn at the first start. */
export function readSecrets(folder: string): FolderSecrets {
  const file = join(folder, 'secrets.json');
  const drawn: FolderSecrets = {
    databasePassword: randomBytes(24).toString('base64url'),
    secretKey: randomBytes(32).toString('base64'),
    sandboxApiKey: `cw_${randomBytes(24).toString('base64url')}`,
    sandboxGithubSecret: randomBytes(24).toString('base64url'),
  };
  if (existsSync(file)) {
    try {
      return { ...drawn, ...JSON.parse(readFileSync(file, 'utf8')) };
    } catch {
      throw new StartError(
        `${file} is not readable JSON. Put it back from a backup: without it nothing can be decrypted.`,
      );
    }
  }
  try {
    // Written aside and renamed: a killed process leaves either no file or a whole one.
    const aside = `${file}.${process.pid}`;
    writeFileSync(aside, `${JSON.stringify(drawn, null, 2)}\n`, { mode: 0o600, flush: true });
    renameSync(aside, file);
  } catch (error) {
    throw folderError(folder, error);
  }
  return drawn;
}

/**
 * Where the embedded database lives: `<folder>/postgres`. When the `postgres` user cannot reach that, a
 * folder in /var/lib/cardwire that `<folder>/postgres` links to.
 */
export function databaseFolder(folder: string, user: SystemUser | undefined): string {
  const inside = join(folder, 'postgres');
  if (isLink(inside)) return realpathSync(inside);
  if (!user || canReach(user, folder)) return inside;
  const outside = join(SHARED_FOLDER, randomBytes(8).toString('hex'));
  mkdirSync(outside, { recursive: true, mode: 0o711 });
  symlinkSync(join(outside, 'postgres'), inside);
  return join(outside, 'postgres');
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
