import { onOneLine } from './table.ts';

/** A key as lists show it. Moments are texts. */
export interface KeyLine {
  id: string;
  name: string;
  scopes: readonly string[];
  tenantId?: string | undefined;
  expiresAt?: string | undefined;
  revokedAt?: string | undefined;
}

export function newKeyInWords(id: string, key: string): string {
  return `${key}\n\nKeep it now: only its hash is stored. Its id is ${id}.\n`;
}

export function revokedInWords(id: string): string {
  return `${id} is revoked: within seconds nothing takes it any more.\n`;
}

export function keysInWords(keys: readonly KeyLine[]): string {
  if (keys.length === 0) return 'There are no keys.\n';
  return keys.map((key) => `${lineOf(key)}\n`).join('');
}

function lineOf({ id, name, scopes, tenantId, expiresAt, revokedAt }: KeyLine): string {
  return [
    id,
    onOneLine(name),
    scopes.join('+'),
    ...(tenantId ? [`for ${tenantId}`] : []),
    ...(revokedAt ? [`revoked ${revokedAt}`] : []),
    ...(expiresAt ? [`expires ${expiresAt}`] : []),
  ].join('  ');
}
