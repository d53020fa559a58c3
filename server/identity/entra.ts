import {
  createRemoteJWKSet,
  customFetch,
  errors,
  type JSONWebKeySet,
  type JWTPayload,
  type JWTVerifyGetKey,
  jwtVerify,
} from 'jose';
import { ProblemError } from '../problem.ts';
import type { EntraCloud } from '../settings.ts';
import { fetchKeys } from './fetch-keys.ts';

/** Somebody who signed in: the pair of ids is the person, the name is for people. */
export interface User {
  tenantId: string;
  objectId: string;
  name: string;
}

/** Keys to check signatures with, and the set that they come from, as jose's key sets are. */
export type SigningKeys = JWTVerifyGetKey & { jwks(): JSONWebKeySet | undefined };

export interface EntraOptions {
  clientId: string;
  /** Organisations whose people may sign in: GUIDs in lower case. */
  tenants: readonly string[];
  cloud: EntraCloud;
  /** What the tokens are for; our pages, when left out. */
  use?: keyof typeof USES;
  /** The keys that tokens are signed with; Microsoft's own, unless a test or the sandbox brings others. */
  keys?: SigningKeys;
  /** The machine's clock, unless a test brings another. */
  now?: () => Date;
}

/** Where each of Microsoft's clouds signs people in. */
export const LOGIN_HOSTS: Record<EntraCloud, string> = {
  public: 'login.microsoftonline.com',
  'us-government': 'login.microsoftonline.us',
  china: 'login.partner.microsoftonline.cn',
};

/**
 * Microsoft's own clients that embed our pages and ask for the token on the user's behalf. Besides them, our
 * own app may: its pages sign people in where the host does not.
 */
const CALLERS = new Set([
  '1fec8e78-bce4-4aaf-ab1b-5451cc387264', // Teams on desktop and mobile
  '5e3ce6c0-2b1f-4285-8d4b-75ee78787346', // Teams on the web
  '4765445b-32c6-49b0-83e6-1d93765276ca', // Microsoft 365 on the web
  'bc59ab01-8403-45c6-8796-ac3ef710b3e3', // Outlook on the web
  'd3590ed6-52b3-4102-aeff-aad2292ab01c', // Outlook on desktop
]);

/** Microsoft's service that posts back for somebody who pressed a button on a card: its "Actions app". */
export const ACTIONS_APP = '48af08dc-f6d2-435f-b2a7-069abd99c086';

/** Who may have asked for a token, and the scope that it must hold. A token for one use is none for the other. */
const USES = {
  pages: {
    mayAsk: (caller: string, ownId: string) => caller === ownId || CALLERS.has(caller),
    scope: /^access_as_user$/,
  },
  /** The operator names the scope. */
  'card-actions': { mayAsk: (caller: string) => caller === ACTIONS_APP, scope: /./ },
} as const;

const CLOCK_TOLERANCE_S = 60;
const KEYS_TIMEOUT_MS = 5_000;
const GUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

export type VerifyToken = (token: string) => Promise<User>;

/**
 * Makes the check of Entra's single sign-on tokens. Fails closed: whatever is missing or unexpected is a
 * ProblemError `not-signed-in`; a valid token of another organisation is `tenant-not-allowed`; keys that
 * cannot be fetched are `unavailable`.
 */
export function createTokenVerifier(options: EntraOptions): VerifyToken {
  const loginHost = LOGIN_HOSTS[options.cloud];
  const keys = options.keys ?? remoteKeys(`https://${loginHost}/common/discovery/v2.0/keys`);
  const now = options.now ?? (() => new Date());
  const use = USES[options.use ?? 'pages'];

  return async (token) => {
    const { payload, keyId } = await verifySignature(token, keys, now());
    const tenantId = guid(payload.tid);
    // The issuer is built from the token's own tenant and compared exactly: no template, no prefix.
    const isV1 = payload.ver === '1.0';
    const v2Issuer = `https://${loginHost}/${tenantId}/v2.0`;
    if (payload.iss !== (isV1 ? `https://sts.windows.net/${tenantId}/` : v2Issuer)) throw refused();
    if (!isIssuersKey(keys.jwks(), keyId, tenantId, v2Issuer)) throw refused();
    if (!isForUs(payload.aud, options.clientId, isV1)) throw refused();
    const scopes = String(payload.scp ?? '').split(' ');
    if (!scopes.some((scope) => use.scope.test(scope))) throw refused();
    if (payload.idtyp === 'app') throw refused();
    const caller = String(isV1 ? payload.appid : payload.azp);
    if (!use.mayAsk(caller, options.clientId)) throw refused();
    const objectId = guid(payload.oid);
    if (!options.tenants.includes(tenantId)) {
      throw new ProblemError(
        'tenant-not-allowed',
        'Ask the operator of this connector to allow your organisation.',
      );
    }
    return {
      tenantId,
      objectId,
      name: String(payload.name ?? payload.preferred_username ?? payload.upn ?? objectId),
    };
  };
}

/** The keys at an address, fetched when they are needed. `timeoutMs` is for the whole answer. */
export function remoteKeys(url: string, timeoutMs = KEYS_TIMEOUT_MS): SigningKeys {
  return createRemoteJWKSet(new URL(url), { timeoutDuration: timeoutMs, [customFetch]: fetchKeys });
}

async function verifySignature(
  token: string,
  keys: JWTVerifyGetKey,
  currentDate: Date,
): Promise<{ payload: JWTPayload; keyId: unknown }> {
  try {
    const { payload, protectedHeader } = await jwtVerify(token, keys, {
      algorithms: ['RS256'],
      clockTolerance: CLOCK_TOLERANCE_S,
      currentDate,
      requiredClaims: ['exp', 'iss', 'aud', 'tid', 'oid'],
    });
    return { payload, keyId: protectedHeader.kid };
  } catch (error) {
    if (isKeysTrouble(error)) {
      throw new ProblemError(
        'unavailable',
        'The sign-in could not be checked right now. Try again in a minute.',
      );
    }
    throw refused();
  }
}

/**
 * Whether the keys could not be had, so that nothing is known of the token: no answer, one that is not 200 (to
 * jose an error without a name of its own) or one that is no key set.
 */
function isKeysTrouble(error: unknown): boolean {
  if (!(error instanceof errors.JOSEError)) return true;
  return ['ERR_JWKS_TIMEOUT', 'ERR_JWKS_INVALID', 'ERR_JOSE_GENERIC'].includes(error.code);
}

/**
 * Microsoft's keys name whose tokens they sign, as a template: a key of one cloud signs for no other. The
 * template has the form of v2 issuers, and the same keys sign v1 tokens.
 */
function isIssuersKey(
  keys: JSONWebKeySet | undefined,
  id: unknown,
  tenantId: string,
  issuer: string,
): boolean {
  const key = keys?.keys.find(({ kid }) => kid === id);
  const template: unknown = key && Reflect.get(key, 'issuer');
  return template === undefined || String(template).replace('{tenantid}', tenantId) === issuer;
}

/** A v1 token's audience may also be the app's URI, which ends with the client id. */
function isForUs(audience: JWTPayload['aud'], clientId: string, isV1: boolean): boolean {
  if (audience === clientId) return true;
  return (
    isV1 && typeof audience === 'string' && audience.startsWith('api://') && audience.endsWith(`/${clientId}`)
  );
}

function guid(value: unknown): string {
  if (typeof value !== 'string' || !GUID.test(value)) throw refused();
  return value;
}

function refused(): ProblemError {
  return new ProblemError(
    'not-signed-in',
    'Sign in again: close the dialog, open it anew, and if asked, give consent.',
  );
}
