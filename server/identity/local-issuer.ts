import { type CryptoKey, exportJWK, generateKeyPair, type JSONWebKeySet, SignJWT } from 'jose';

/** A person of the sandbox. Ids are GUIDs. */
export interface LocalPerson {
  tenantId: string;
  objectId: string;
  name: string;
  upn: string;
}

/** Signs tokens as Entra does, with keys of its own. For the sandbox and tests: production never makes one. */
export interface LocalIssuer {
  keys: JSONWebKeySet;
  /** A token for one hour. `overrides` replaces claims; for tests that break one at a time. */
  sign(person: LocalPerson, overrides?: Record<string, unknown>): Promise<string>;
}

const KEY_ID = 'cardwire-local';
/** Teams on the web, as `azp`. */
const TEAMS_WEB = '5e3ce6c0-2b1f-4285-8d4b-75ee78787346';

/** Makes an issuer with a fresh key: tokens of an earlier run are no longer valid. */
export async function createLocalIssuer(clientId: string): Promise<LocalIssuer> {
  const { publicKey, privateKey } = await generateKeyPair('RS256');
  const jwk = await exportJWK(publicKey);
  return {
    keys: { keys: [{ ...jwk, kid: KEY_ID, alg: 'RS256', use: 'sig' }] },
    sign: (person, overrides = {}) => sign(privateKey, clientId, person, overrides),
  };
}

function sign(key: CryptoKey, clientId: string, person: LocalPerson, overrides: Record<string, unknown>) {
  const now = Math.floor(Date.now() / 1_000);
  const claims = {
    iss: `https://login.microsoftonline.com/${person.tenantId}/v2.0`,
    aud: clientId,
    tid: person.tenantId,
    oid: person.objectId,
    name: person.name,
    preferred_username: person.upn,
    scp: 'access_as_user',
    azp: TEAMS_WEB,
    ver: '2.0',
    iat: now,
    nbf: now,
    exp: now + 3_600,
    ...overrides,
  };
  return new SignJWT(claims).setProtectedHeader({ alg: 'RS256', kid: KEY_ID, typ: 'JWT' }).sign(key);
}
