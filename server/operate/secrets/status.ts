import type { Pool } from 'pg';
import type { Vault } from '../../storage/vault.ts';
import { countByKey } from './reencrypt.ts';

export interface SecretsStatus {
  keys: {
    /** What it is called in sealed texts. Tells nothing of the key itself. */
    name: string;
    rows: number;
    /** `missing`: nobody can open its rows. */
    place: 'first' | 'further' | 'missing';
  }[];
  /** Nodes that run and encrypt with another key than the first. */
  nodesBehind: number;
  /** Everything is under the first key, and will be: the others can be taken off the list. */
  onlyFirstNeeded: boolean;
}

/** A node says so every 2 s. */
const NODE_ALIVE_S = 10;

/** Which keys are still needed. */
export async function readSecretsStatus(pool: Pool, { keyNames }: Vault): Promise<SecretsStatus> {
  const counts = new Map((await countByKey(pool)).map(({ key, rows }) => [key, rows]));
  const names = [...new Set([...keyNames, ...counts.keys()])];
  const keys = names.map((name) => ({ name, rows: counts.get(name) ?? 0, place: placeOf(name, keyNames) }));
  const nodesBehind = await countNodes(pool, 'key_names[1] IS DISTINCT FROM $1', keyNames[0]);
  return {
    keys,
    nodesBehind,
    onlyFirstNeeded: nodesBehind === 0 && keys.every(({ rows, place }) => place === 'first' || rows === 0),
  };
}

function placeOf(name: string, keyNames: readonly string[]): 'first' | 'further' | 'missing' {
  if (!keyNames.includes(name)) return 'missing';
  return name === keyNames[0] ? 'first' : 'further';
}

/** How many nodes run that could not open what is sealed with the first key. */
export function countNodesWithout(pool: Pool, { keyNames }: Vault): Promise<number> {
  return countNodes(pool, 'NOT coalesce($1 = ANY(key_names), false)', keyNames[0]);
}

async function countNodes(pool: Pool, condition: string, keyName: string | undefined): Promise<number> {
  const { rows } = await pool.query<{ nodes: number }>(
    `SELECT count(*)::int AS nodes
       FROM node
      WHERE seen_at > now() - make_interval(secs => ${NODE_ALIVE_S}) AND ${condition}`,
    [keyName],
  );
  return rows[0]?.nodes ?? 0;
}
