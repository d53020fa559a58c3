import type { Pool } from 'pg';
import { inTransaction } from '../../storage/transaction.ts';
import type { Vault } from '../../storage/vault.ts';
import { recordAudit } from '../audit.ts';
import { anonymise, countNamed } from './anonymise.ts';
import { eraseConfigurations, stopConfigurations } from './configurations.ts';
import { findGrants } from './grants.ts';
import { deleteInBatches } from './in-batches.ts';
import type { ErasedCounts } from './schema.ts';
import { configurationsOf, personFingerprints, type Target } from './target.ts';

export interface EraseContext {
  pool: Pool;
  vault: Vault;
  /** Tells the delivery room that these configurations have no work any more. */
  wake(configurationIds: readonly string[]): Promise<void>;
}

export interface EraseWish {
  target: Target;
  /** The id of an API key, and what the record names it by. */
  by: string;
  reference: string | undefined;
}

/** What would be erased. */
export async function countErasable({ pool, vault }: EraseContext, target: Target): Promise<ErasedCounts> {
  const { where, values } = configurationsOf(target, vault);
  const among = `configuration_id IN (SELECT id FROM configuration WHERE ${where})`;
  const count = async (table: string, condition: string, given: unknown[] = values) => {
    const { rows } = await pool.query<{ count: number }>(
      `SELECT count(*)::int AS count FROM ${table} WHERE ${condition}`,
      given,
    );
    return rows[0]?.count ?? 0;
  };
  const grants = await findGrants(pool, vault, target);
  return {
    configurations: await count('configuration', where),
    deliveries: await count('delivery', among),
    attempts: await count('attempt', among),
    events: target.kind === 'tenant' ? await count('event', 'tenant_id = $1', [target.tenantId]) : 0,
    changes: await count('change', among),
    cardActions: await count('card_action', among),
    connections: (await count('connection', among)) + grants.length,
    keys: target.kind === 'tenant' ? await count('api_key', 'tenant_id = $1', [target.tenantId]) : 0,
    anonymised:
      target.kind === 'user' ? await countNamed(pool, target, personFingerprints(target, vault)) : 0,
  };
}

/**
 * Erases everything of an organisation or a person, while nodes run: nothing is posted any more from the first
 * statement on. In batches; one that was ended goes on when it is run again. What it did is written down last, in
 * counts alone. What was under way meanwhile may leave an attempt behind, which goes after the retention time.
 */
export async function erase(
  context: EraseContext,
  { target, by, reference }: EraseWish,
): Promise<ErasedCounts> {
  const { pool, vault, wake } = context;
  const configurations = configurationsOf(target, vault);
  await wake(await stopConfigurations(pool, configurations));
  const grants = await findGrants(pool, vault, target);
  const ofConfigurations = await eraseConfigurations(pool, configurations);
  const pending = await deleteInBatches(pool, 'connect_attempt', 'id = ANY($1)', [grants]);
  const ofTenant =
    target.kind === 'tenant' ? await eraseTenant(pool, target.tenantId) : { events: 0, keys: 0 };
  return inTransaction(pool, async (client) => {
    const anonymised =
      target.kind === 'user' ? await anonymise(client, target, personFingerprints(target, vault)) : 0;
    const connections = ofConfigurations.connections + pending;
    const counts = { ...ofConfigurations, ...ofTenant, connections, anonymised };
    await recordAudit(client, {
      by,
      action: 'erased',
      tenantId: target.tenantId,
      details: { of: target.kind, reference, ...counts },
    });
    return counts;
  });
}

/** Events that were for this organisation alone, and its keys. */
async function eraseTenant(pool: Pool, tenantId: string): Promise<{ events: number; keys: number }> {
  return {
    events: await deleteInBatches(pool, 'event', 'tenant_id = $1', [tenantId]),
    keys: await deleteInBatches(pool, 'api_key', 'tenant_id = $1', [tenantId]),
  };
}
