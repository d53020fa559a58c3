import type { Pool } from 'pg';
import { Type } from 'typebox';
import { Value } from 'typebox/value';
import { StartError } from '../start-error.ts';
import { createVault, type LastingKeys, lastingKeysOf, type Vault } from './vault.ts';

/** The one row, and what its text is bound to. */
const ROW = 'lasting';
const Stored = Type.Object({ fingerprint: Type.String(), signing: Type.String() });

/**
 * Opens the vault of a server. What fingerprints are made with, and the buttons of cards that channels have, does
 * not change with SECRET_KEYS: it is kept in the database, sealed. At the first start it is taken from the first
 * key. Throws a StartError when the ring has not the key that it was sealed with: nothing else would open, either.
 */
export async function openVault(pool: Pool, keys: readonly Buffer[]): Promise<Vault> {
  const ring = createVault(keys);
  const [first] = keys;
  if (!first) throw new Error('a vault needs a key');
  await pool.query('INSERT INTO lasting_keys (id, sealed) VALUES ($1, $2) ON CONFLICT DO NOTHING', [
    ROW,
    ring.seal(write(lastingKeysOf(first)), ROW),
  ]);
  const { rows } = await pool.query<{ sealed: string }>('SELECT sealed FROM lasting_keys WHERE id = $1', [
    ROW,
  ]);
  return createVault(keys, read(openStored(ring, rows[0]?.sealed ?? '')));
}

function openStored(ring: Vault, sealed: string): string {
  try {
    return ring.open(sealed, ROW);
  } catch (error) {
    throw new StartError(
      `What the database holds is ${error instanceof Error ? error.message : 'not readable'}. Put that key back: without it no webhook can be posted to. If it is lost: docs/operating.md, "When a key is lost".`,
    );
  }
}

function write({ fingerprint, signing }: LastingKeys): string {
  return JSON.stringify({
    fingerprint: fingerprint.toString('base64'),
    signing: signing.toString('base64'),
  });
}

function read(text: string): LastingKeys {
  const { fingerprint, signing } = Value.Parse(Stored, JSON.parse(text));
  return { fingerprint: Buffer.from(fingerprint, 'base64'), signing: Buffer.from(signing, 'base64') };
}
