import type { Pool } from 'pg';
import { keyNameIn, type Vault } from '../../storage/vault.ts';

/** Every column that holds sealed text, bound to the id of its row. A new one belongs here: a test looks for it. */
export const SEALED_COLUMNS = [
  { table: 'configuration', column: 'destination_url' },
  { table: 'connect_attempt', column: 'grant' },
  { table: 'lasting_keys', column: 'sealed' },
] as const;

/** No statement touches more rows: a channel's own statements never wait long for one of these. */
const BATCH_ROWS = 500;

export interface ReencryptOptions {
  pool: Pool;
  vault: Vault;
  /** Hears of every batch: how many are done, of how many. */
  onProgress(done: number, total: number): void;
}

export interface Reencrypted {
  reencrypted: number;
  /** Rows that no key of the ring opens, or that were altered. They stay as they are. */
  unreadable: { table: string; id: string }[];
}

/**
 * Seals everything anew under the first key while nodes run. Each batch is its own statement, and rows under another
 * key are all that is left to do: a run that was ended is taken up by the next. A secret that is replaced meanwhile
 * stays as its new one. Nodes that run must know the first key: see `countNodesWithout`.
 */
export async function reencrypt({ pool, vault, onProgress }: ReencryptOptions): Promise<Reencrypted> {
  const unreadable: Reencrypted['unreadable'] = [];
  const total = await countOthers(pool, vault);
  let done = 0;
  for (const { table, column } of SEALED_COLUMNS) {
    let last = '';
    while (true) {
      const { rows } = await pool.query<{ id: string; sealed: string }>(
        `SELECT id, "${column}" AS sealed
           FROM ${table}
          WHERE id > $1 AND "${column}" IS NOT NULL AND ${keyNameIn(`"${column}"`)} <> $2
          ORDER BY id
          LIMIT ${BATCH_ROWS}`,
        [last, vault.keyNames[0]],
      );
      if (rows.length === 0) break;
      last = rows.at(-1)?.id ?? last;
      const renewed = rows.flatMap(({ id, sealed }) => {
        const anew = tryToReseal(vault, sealed, id);
        if (anew === undefined) unreadable.push({ table, id });
        return anew === undefined ? [] : [{ id, sealed, anew }];
      });
      const { rowCount } = await pool.query(
        `UPDATE ${table}
            SET "${column}" = renewed.anew
           FROM unnest($1::text[], $2::text[], $3::text[]) AS renewed (id, sealed, anew)
          WHERE ${table}.id = renewed.id AND ${table}."${column}" = renewed.sealed`,
        [renewed.map(({ id }) => id), renewed.map(({ sealed }) => sealed), renewed.map(({ anew }) => anew)],
      );
      done += rowCount ?? 0;
      onProgress(done, Math.max(total, done));
    }
  }
  return { reencrypted: done, unreadable };
}

function tryToReseal(vault: Vault, sealed: string, id: string): string | undefined {
  try {
    return vault.reseal(sealed, id);
  } catch {
    return undefined;
  }
}

async function countOthers(pool: Pool, { keyNames }: Vault): Promise<number> {
  const counts = await countByKey(pool);
  return counts.filter(({ key }) => key !== keyNames[0]).reduce((sum, { rows }) => sum + rows, 0);
}

/** How many sealed texts there are under each key, by its name. */
export async function countByKey(pool: Pool): Promise<{ key: string; rows: number }[]> {
  const texts = SEALED_COLUMNS.map(
    ({ table, column }) =>
      `SELECT ${keyNameIn(`"${column}"`)} AS key FROM ${table} WHERE "${column}" IS NOT NULL`,
  );
  const { rows } = await pool.query<{ key: string; rows: number }>(
    `SELECT key, count(*)::int AS rows FROM (${texts.join(' UNION ALL ')}) AS sealed GROUP BY key ORDER BY rows DESC`,
  );
  return rows;
}
