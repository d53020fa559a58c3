import { execFileSync, spawnSync } from 'node:child_process';
import { StartError } from '../../start-error.ts';

/** The user that PostgreSQL runs as; undefined means: as ourselves. */
export interface SystemUser {
  uid: number;
  gid: number;
}

const NAME = 'postgres';

/**
 * PostgreSQL refuses to run as root, so root runs it as the system user `postgres`, made if it is missing.
 * Anybody else runs it as themselves.
 */
export function postgresUser(): SystemUser | undefined {
  if (process.getuid?.() !== 0) return undefined;
  const existing = lookUp();
  if (existing) return existing;
  spawnSync('useradd', [
    '--system',
    '--user-group',
    '--no-create-home',
    '--shell',
    '/usr/sbin/nologin',
    NAME,
  ]);
  const made = lookUp();
  if (made) return made;
  throw new StartError(
    `PostgreSQL cannot run as root, and the system user "${NAME}" could not be made. ` +
      `Make it (useradd --system ${NAME}), start as an ordinary user, or set DATABASE_URL.`,
  );
}

function lookUp(): SystemUser | undefined {
  try {
    const id = (flag: string) =>
      Number(execFileSync('id', [flag, NAME], { stdio: ['ignore', 'pipe', 'ignore'] }));
    return { uid: id('-u'), gid: id('-g') };
  } catch {
    return undefined;
  }
}

/** Whether that user can pass through every folder down to this one. */
export function canReach(user: SystemUser, folder: string): boolean {
  return spawnSync('test', ['-x', folder], { uid: user.uid, gid: user.gid, cwd: '/' }).status === 0;
}
