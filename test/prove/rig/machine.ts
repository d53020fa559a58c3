import { availableParallelism, cpus, totalmem } from 'node:os';
import type { ClientBase, Pool } from 'pg';

/** The machine that figures belong to, in a few words each. */
export interface Machine {
  /** ISO, in UTC, to the minute. */
  date: string;
  cores: string;
  memory: string;
  node: string;
  postgres: string;
}

export async function describeMachine(database: Pool | ClientBase): Promise<Machine> {
  const { rows } = await database.query<{ server_version: string }>('SHOW server_version');
  const model = cpus()[0]?.model.trim();
  return {
    date: `${new Date().toISOString().slice(0, 16).replace('T', ' ')} UTC`,
    cores: `${availableParallelism()}${model ? ` (${model})` : ''}`,
    memory: `${Math.round(totalmem() / 2 ** 30)} GiB`,
    node: process.versions.node,
    postgres: rows[0]?.server_version ?? 'unknown',
  };
}
