import { randomBytes } from 'node:crypto';
import type { Pool } from 'pg';
import { compileFilter } from '../../server/configurations/filter.ts';
import type { Filter } from '../../server/configurations/filter-schema.ts';
import type { DestinationKind } from '../../server/destinations/destination.ts';
import type { Vault } from '../../server/storage/vault.ts';

/** What proof and measurement need of a configuration. A change of the table is followed here alone. */
export interface NewConfiguration {
  id: string;
  tenantId: string;
  eventTypes: readonly string[];
  kind: DestinationKind;
  url: string;
  filter?: Filter | undefined;
}

const AT_ONCE = 1_000;

/** As the server draws them: 128 random bits. */
export function drawConfigurationId(): string {
  return randomBytes(16).toString('base64url');
}

/** Stores configurations past the API, many in one statement, sealed as the server seals them. */
export async function insertConfigurations(
  pool: Pool,
  vault: Vault,
  configurations: readonly NewConfiguration[],
): Promise<void> {
  for (let start = 0; start < configurations.length; start += AT_ONCE) {
    const rows = configurations.slice(start, start + AT_ONCE).map(({ id, url, filter, ...rest }) => ({
      id,
      tenant_id: rest.tenantId,
      event_types: rest.eventTypes,
      destination_kind: rest.kind,
      destination_url: vault.seal(url, id),
      destination_fingerprint: vault.fingerprint(url),
      ...filterColumns(filter),
    }));
    await pool.query(
      `INSERT INTO configuration (
              id, creation_key, tenant_id, name, event_types, filter, filter_path, filter_vars, host_kind,
              destination_kind, destination_url, destination_fingerprint, destination_label,
              created_by, created_by_name, updated_by, updated_by_name
            )
       SELECT id, id, tenant_id, 'A channel', event_types, filter, filter_path, filter_vars, 'tab',
              destination_kind, destination_url, destination_fingerprint, 'fake',
              'somebody', 'Somebody', 'somebody', 'Somebody'
         FROM jsonb_to_recordset($1::jsonb) AS input (
                id text, tenant_id uuid, event_types text[], filter jsonb, filter_path text, filter_vars jsonb,
                destination_kind destination_kind, destination_url text, destination_fingerprint text
              )`,
      [JSON.stringify(rows)],
    );
  }
}

function filterColumns(filter: Filter | undefined) {
  if (!filter) return { filter: null, filter_path: null, filter_vars: null };
  const { path, vars } = compileFilter(filter);
  return { filter, filter_path: path, filter_vars: vars };
}
