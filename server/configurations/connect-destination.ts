import type { Pool } from 'pg';
import { asOnlyTest, refuseTooMany } from '../delivery/test-claim.ts';
import { isGood } from '../destinations/verdict.ts';
import type { User } from '../identity/entra.ts';
import { presentConfiguration } from './present.ts';
import { type SendTest, targetOf } from './send-test.ts';
import { findConfiguration, type StoreContext, setDestination } from './store.ts';
import type { ConnectResult } from './test-schema.ts';

export interface ConnectDestinationContext {
  store: StoreContext;
  pool: Pool;
  webhookHosts: readonly string[];
  sendTest: SendTest;
  /** Tells the delivery room that these configurations were changed. */
  wake(configurationIds: readonly string[]): Promise<void>;
}

interface ConnectWish {
  user: User;
  id: string;
  /** Left out: the address that is stored. */
  url: string | undefined;
  /** Aborted when the caller has given up: nothing is set behind its back. */
  signal: AbortSignal;
}

/**
 * Posts the card "connected" and, only when it was taken, sets the address; again for the same address, both were
 * done and stay done.
 */
export async function connectDestination(
  { store, pool, webhookHosts, sendTest, wake }: ConnectDestinationContext,
  { user, id, url, signal }: ConnectWish,
): Promise<ConnectResult> {
  const find = () => findConfiguration(store, user, id);
  await find();
  return asOnlyTest(pool, id, signal, async () => {
    // Only now: whoever came first may have connected it.
    const row = await find();
    const target = targetOf({ vault: store.vault, webhookHosts }, row, url);
    const { destinationFingerprint, connectedFingerprint, state } = row;
    const known = new Set([destinationFingerprint, connectedFingerprint, target.fingerprint]);
    if (known.size === 1 && state !== 'broken') {
      return { connected: true, configuration: presentConfiguration(row) };
    }
    await refuseTooMany(pool, id);
    const test = await sendTest({ row, target, card: 'connected', user, signal });
    const connected = isGood(test.verdict) && !signal.aborted;
    const after = connected
      ? await setDestination(store, user, id, target, { connected: true })
      : await find();
    await wake([id]);
    return { connected, test, configuration: presentConfiguration(after) };
  });
}
