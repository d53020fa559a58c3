import { personText } from '../../connect/connections.ts';
import type { Vault } from '../../storage/vault.ts';

/** Ids in lower case. A person's organisation limits where is looked for them. */
export type Target =
  | { kind: 'tenant'; tenantId: string }
  | { kind: 'user'; objectId: string; tenantId: string | undefined };

export type UserTarget = Extract<Target, { kind: 'user' }>;

/** Which rows of `configuration`, as SQL. */
export interface Chosen {
  where: string;
  values: unknown[];
}

/** All of an organisation; of a person, what posts into their own inbox. Those of channels stay: they are the team's. */
export function configurationsOf(target: Target, vault: Vault): Chosen {
  if (target.kind === 'tenant') return { where: 'tenant_id = $1', values: [target.tenantId] };
  return {
    where: `id IN (SELECT configuration_id FROM connection WHERE user_fingerprint = ANY($1) AND place = 'inbox')
            AND ($2::uuid IS NULL OR tenant_id = $2)`,
    values: [personFingerprints(target, vault), target.tenantId ?? null],
  };
}

export function personFingerprints({ objectId }: UserTarget, vault: Vault): string[] {
  return vault.fingerprints(personText(objectId));
}
