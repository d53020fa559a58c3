import type { Pool } from 'pg';
import { Type } from 'typebox';
import { Value } from 'typebox/value';
import { tenantOf } from '../../connect/tenant-of.ts';
import type { Vault } from '../../storage/vault.ts';
import type { Target } from './target.ts';

const Grant = Type.Object({ url: Type.String(), userId: Type.Optional(Type.String()) });

/**
 * Ids of ways to Microsoft and back that brought a webhook of this organisation or person and are not concluded.
 * They live for a day, so there are few. One that no key opens counts as theirs: fails closed, it is of no use.
 */
export async function findGrants(pool: Pool, vault: Vault, target: Target): Promise<string[]> {
  const { rows } = await pool.query<{ id: string; sealed: string }>(
    'SELECT id, "grant" AS sealed FROM connect_attempt WHERE "grant" IS NOT NULL',
  );
  return rows.filter(({ id, sealed }) => isOf(target, read(vault, sealed, id))).map(({ id }) => id);
}

function read(vault: Vault, sealed: string, id: string) {
  try {
    return Value.Parse(Grant, JSON.parse(vault.open(sealed, id)));
  } catch {
    return undefined;
  }
}

function isOf(target: Target, grant: ReturnType<typeof read>): boolean {
  if (!grant) return true;
  const inTenant = target.tenantId === undefined || tenantOf(grant.url) === target.tenantId;
  return target.kind === 'tenant' ? inTenant : inTenant && grant.userId === target.objectId;
}
