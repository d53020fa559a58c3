import { createHash, randomBytes } from 'node:crypto';
import { LRUCache } from 'lru-cache';

/** What somebody agreed to at the sandbox's own sign-in, until its code is redeemed. */
export interface Grant {
  /** Who signed in: the id of a person of the sandbox. */
  personId: string;
  clientId: string;
  redirectUri: string;
  /** SHA-256 of the verifier, in base64url. */
  challenge: string;
  nonce: string;
}

/** As at Entra, a code must be redeemed at once. */
const CODE_LIFE_MS = 60_000;
const OPEN_CODES = 100;

export interface Codes {
  issue(grant: Grant): string;
  /** The grant behind a code, once; nothing when anything does not match, as OAuth asks. */
  redeem(code: string, proof: { clientId: string; redirectUri: string; verifier: string }): Grant | undefined;
}

/** One-time authorization codes, in memory: they live for a minute. `now` is in milliseconds. */
export function createCodes(now: () => number): Codes {
  const grants = new LRUCache<string, Grant>({
    max: OPEN_CODES,
    ttl: CODE_LIFE_MS,
    ttlResolution: 0,
    perf: { now },
  });
  return {
    issue(grant) {
      const code = randomBytes(24).toString('base64url');
      grants.set(code, grant);
      return code;
    },
    redeem(code, { clientId, redirectUri, verifier }) {
      const grant = grants.get(code);
      // Also a failed attempt ends a code.
      grants.delete(code);
      const challenge = createHash('sha256').update(verifier).digest('base64url');
      const matches =
        grant?.clientId === clientId && grant.redirectUri === redirectUri && grant.challenge === challenge;
      return matches ? grant : undefined;
    },
  };
}
