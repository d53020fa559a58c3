import type { Pool } from 'pg';
import type { UserTarget } from './target.ts';

/** What stands where a person's id stood; the database lets the history be changed to this alone. */
const NOBODY = 'erased';
/** Where their name stood, in every language. */
const NO_NAME = '—';

interface Place {
  table: string;
  /** $1 the person, $2 their organisation or nothing, $3 their fingerprints. All three are used. */
  names: string;
  without: string;
}

const IN_TENANT = (id: string) =>
  `($2::uuid IS NULL OR EXISTS (SELECT FROM configuration WHERE id = ${id} AND tenant_id = $2))`;
/** So that every statement takes the same values. */
const ANY_PRINT = '$3::text[] IS NOT NULL';

/** Where rows that stay name people. */
const PLACES: readonly Place[] = [
  {
    table: 'configuration',
    names: `(created_by = $1 OR updated_by = $1) AND ($2::uuid IS NULL OR tenant_id = $2) AND ${ANY_PRINT}`,
    without: `created_by = CASE WHEN created_by = $1 THEN '${NOBODY}' ELSE created_by END,
              created_by_name = CASE WHEN created_by = $1 THEN '${NO_NAME}' ELSE created_by_name END,
              updated_by = CASE WHEN updated_by = $1 THEN '${NOBODY}' ELSE updated_by END,
              updated_by_name = CASE WHEN updated_by = $1 THEN '${NO_NAME}' ELSE updated_by_name END`,
  },
  {
    table: 'change',
    names: `by = $1 AND ${IN_TENANT('configuration_id')} AND ${ANY_PRINT}`,
    without: `by = '${NOBODY}', by_name = '${NO_NAME}'`,
  },
  {
    // A card stays answered, and what is still to be passed on is passed on, by nobody.
    table: 'card_action',
    names: `body::jsonb #>> '{data,person,objectId}' = $1 AND ${IN_TENANT('configuration_id')} AND ${ANY_PRINT}`,
    without: `pressed_by_name = '${NO_NAME}',
              body = jsonb_set(body::jsonb, '{data,person}',
                               '{"objectId": "${NOBODY}", "name": "${NO_NAME}"}')::text`,
  },
  {
    table: 'connection',
    names: `user_fingerprint = ANY($3) AND $1::text IS NOT NULL AND ${IN_TENANT('configuration_id')}`,
    without: 'user_fingerprint = NULL',
  },
];

type Database = Pick<Pool, 'query'>;

const valuesOf = ({ objectId, tenantId }: UserTarget, fingerprints: string[]) => [
  objectId,
  tenantId ?? null,
  fingerprints,
];

/** How many rows name a person and stay without them. */
export async function countNamed(database: Database, target: UserTarget, prints: string[]): Promise<number> {
  let named = 0;
  for (const { table, names } of PLACES) {
    const { rows } = await database.query<{ count: number }>(
      `SELECT count(*)::int AS count FROM ${table} WHERE ${names}`,
      valuesOf(target, prints),
    );
    named += rows[0]?.count ?? 0;
  }
  return named;
}

/** Takes a person's name and id out of what stays; answers how many rows those were. */
export async function anonymise(database: Database, target: UserTarget, prints: string[]): Promise<number> {
  let named = 0;
  for (const { table, names, without } of PLACES) {
    const { rowCount } = await database.query(
      `UPDATE ${table} SET ${without} WHERE ${names}`,
      valuesOf(target, prints),
    );
    named += rowCount ?? 0;
  }
  return named;
}
