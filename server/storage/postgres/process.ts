import { readFileSync } from 'node:fs';

/** Whether a process runs: of another user's too, but not one that has ended and is only remembered. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return !isZombie(pid);
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

function isZombie(pid: number): boolean {
  return procFile(pid, 'stat')?.split(') ').at(-1)?.startsWith('Z') ?? false;
}

/** Where the machine cannot tell (no /proc), a living process counts as PostgreSQL. */
export function isPostgres(pid: number): boolean {
  if (!isAlive(pid)) return false;
  const name = procFile(pid, 'comm');
  return name === undefined || name.includes('postgres');
}

function procFile(pid: number, name: string): string | undefined {
  try {
    return readFileSync(`/proc/${pid}/${name}`, 'utf8');
  } catch {
    return undefined;
  }
}
