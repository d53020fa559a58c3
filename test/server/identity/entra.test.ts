import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { createLocalJWKSet, exportJWK, generateKeyPair, SignJWT, UnsecuredJWT } from 'jose';
import { beforeAll, describe, expect, it } from 'vitest';
import {
  ACTIONS_APP,
  createTokenVerifier,
  type EntraOptions,
  remoteKeys,
  type VerifyToken,
} from '../../../server/identity/entra.ts';
import { createLocalIssuer, type LocalIssuer } from '../../../server/identity/local-issuer.ts';
import { CLIENT_ID, MALLORY, ZOE } from '../../people.ts';
import { serve } from '../destinations/servers.ts';

const TEAMS_DESKTOP = '1fec8e78-bce4-4aaf-ab1b-5451cc387264';
/** As in Microsoft's key set. */
const TEMPLATE = 'https://login.microsoftonline.com/{tenantid}/v2.0';

let issuer: LocalIssuer;
beforeAll(async () => {
  issuer = await createLocalIssuer(CLIENT_ID);
});

/** A verifier whose keys name `template` as their issuer. */
function verifier(options: Partial<EntraOptions> = {}, template: string | undefined = TEMPLATE) {
  const keys = issuer.keys.keys.map((key) => ({
    ...key,
    ...(template !== undefined && { issuer: template }),
  }));
  return createTokenVerifier({
    clientId: CLIENT_ID,
    tenants: [ZOE.tenantId],
    cloud: 'public',
    keys: createLocalJWKSet({ keys }),
    ...options,
  });
}

const V1 = {
  ver: '1.0',
  iss: `https://sts.windows.net/${ZOE.tenantId}/`,
  appid: TEAMS_DESKTOP,
  azp: undefined,
};
const REFUSED = { code: 'not-signed-in' };

it('a good token tells who it is, by ids and by name', async () => {
  expect(await verifier()(await issuer.sign(ZOE))).toEqual({
    tenantId: ZOE.tenantId,
    objectId: ZOE.objectId,
    name: 'Zoë Ferrand',
  });
});

describe('takes', () => {
  it.each<[string, Record<string, unknown>]>([
    ['version 1 of the token', V1],
    ['version 1 for the address of the app', { ...V1, aud: `api://cardwire.example.com/${CLIENT_ID}` }],
    ['a token of Teams on the desktop', { azp: TEAMS_DESKTOP }],
    ['a token that our own pages asked for', { azp: CLIENT_ID }],
    ['one scope among others', { scp: 'email access_as_user openid' }],
    ['a token of a user, said so', { idtyp: 'user' }],
  ])('%s', async (_what, claims) => {
    expect(await verifier()(await issuer.sign(ZOE, claims))).toMatchObject({ objectId: ZOE.objectId });
  });

  it.each([
    ['us-government', 'login.microsoftonline.us'],
    ['china', 'login.partner.microsoftonline.cn'],
  ] as const)('a token of the cloud that is set: %s', async (cloud, host) => {
    const verify = verifier({ cloud }, `https://${host}/{tenantid}/v2.0`);
    const token = await issuer.sign(ZOE, { iss: `https://${host}/${ZOE.tenantId}/v2.0` });
    expect(await verify(token)).toMatchObject({ tenantId: ZOE.tenantId });
  });

  it('keys that name no issuer, as those of the sandbox', async () => {
    expect(await verifier({}, undefined)(await issuer.sign(ZOE))).toMatchObject({ objectId: ZOE.objectId });
  });

  it('keys that name one tenant, for that tenant', async () => {
    const verify = verifier({}, `https://login.microsoftonline.com/${ZOE.tenantId}/v2.0`);
    expect(await verify(await issuer.sign(ZOE))).toMatchObject({ objectId: ZOE.objectId });
  });
});

describe('a name', () => {
  it.each([
    [{ name: 'Zoë' }, 'Zoë'],
    [{ name: undefined }, 'zoe@one.example'],
    [{ name: undefined, preferred_username: undefined, upn: 'zoe@v1.example' }, 'zoe@v1.example'],
    [{ name: undefined, preferred_username: undefined }, ZOE.objectId],
  ])('comes from the best claim there is: %j', async (claims, name) => {
    expect((await verifier()(await issuer.sign(ZOE, claims))).name).toBe(name);
  });
});

/** Each breaks one check and no other. */
const BROKEN: [string, Record<string, unknown>][] = [
  ['of an issuer with another tenant', { iss: `https://login.microsoftonline.com/${MALLORY.tenantId}/v2.0` }],
  ['whose tenant is not that of its issuer', { tid: MALLORY.tenantId }],
  ['of version 2 with an issuer of version 1', { iss: V1.iss }],
  ['of version 1 with an issuer of version 2', { ver: '1.0', appid: TEAMS_DESKTOP }],
  ['of an issuer of another cloud', { iss: `https://login.microsoftonline.us/${ZOE.tenantId}/v2.0` }],
  [
    'of an issuer that only begins like ours',
    { iss: `https://login.microsoftonline.com/${ZOE.tenantId}/v2.0/` },
  ],
  [
    'of an issuer that only ends like ours',
    { iss: `https://evil.example/login.microsoftonline.com/${ZOE.tenantId}/v2.0` },
  ],
  ['of the issuer template itself', { iss: TEMPLATE }],
  ['without an issuer', { iss: undefined }],
  ['for another app', { aud: MALLORY.objectId }],
  ['for several apps, ours among them', { aud: [CLIENT_ID, MALLORY.objectId] }],
  ['of version 2 for the address of the app', { aud: `api://cardwire.example.com/${CLIENT_ID}` }],
  [
    'of version 1 for an address that only ends like ours',
    { ...V1, aud: `api://evil.example/x${CLIENT_ID}` },
  ],
  ['of version 1 for an address of another scheme', { ...V1, aud: `https://evil.example/${CLIENT_ID}` }],
  ['without an audience', { aud: undefined }],
  ['without the scope', { scp: 'openid' }],
  ['with a scope that only begins like ours', { scp: 'access_as_user2' }],
  ['without any scope', { scp: undefined }],
  ['of an app instead of a person', { idtyp: 'app' }],
  ['that another client asked for', { azp: MALLORY.objectId }],
  ['that nobody is said to have asked for', { azp: undefined }],
  ['of version 2 that names its client as version 1 does', { azp: undefined, appid: TEAMS_DESKTOP }],
  ['of version 1 that another client asked for', { ...V1, appid: MALLORY.objectId }],
  ['without a person', { oid: undefined }],
  ['with a person that is no id', { oid: 'zoe' }],
  ['without a tenant', { tid: undefined }],
  ['with a tenant that is no id', { tid: 'common', iss: 'https://login.microsoftonline.com/common/v2.0' }],
  ['without an end', { exp: undefined }],
];

describe('refuses a token', () => {
  it.each(BROKEN)('%s', async (_what, claims) => {
    await expect(verifier()(await issuer.sign(ZOE, claims))).rejects.toMatchObject(REFUSED);
  });

  it('of a good issuer whose tenant is not allowed, and says so', async () => {
    await expect(verifier()(await issuer.sign(MALLORY))).rejects.toMatchObject({
      code: 'tenant-not-allowed',
    });
  });

  it('of a tenant that is not allowed and that has another fault without telling about the tenant', async () => {
    const token = await issuer.sign(MALLORY, { aud: MALLORY.objectId });
    await expect(verifier()(token)).rejects.toMatchObject(REFUSED);
  });

  it.each([
    ['https://login.microsoftonline.us/{tenantid}/v2.0'],
    [`https://login.microsoftonline.com/${MALLORY.tenantId}/v2.0`],
    [''],
  ])('signed by a key that signs for others: %j', async (template) => {
    for (const claims of [{}, V1]) {
      const token = await issuer.sign(ZOE, claims);
      await expect(verifier({}, template)(token)).rejects.toMatchObject(REFUSED);
    }
  });
});

describe('the clock', () => {
  const NOW = new Date('2026-11-21T10:00:00Z');
  const at = (seconds: number) => NOW.getTime() / 1_000 + seconds;
  const verifyAt = async (claims: Record<string, unknown>) =>
    verifier({ now: () => NOW })(
      await issuer.sign(ZOE, { iat: at(0), nbf: at(-60), exp: at(3_600), ...claims }),
    );

  it.each([
    ['ended 59 s ago', { exp: at(-59) }],
    ['begins in 60 s', { nbf: at(60) }],
    ['has no beginning', { nbf: undefined }],
  ])('may differ a minute: a token is taken that %s', async (_what, claims) => {
    expect(await verifyAt(claims)).toMatchObject({ objectId: ZOE.objectId });
  });

  it.each([
    ['ended 60 s ago', { exp: at(-60) }],
    ['begins in 61 s', { nbf: at(61) }],
  ])('may not differ more: a token is refused that %s', async (_what, claims) => {
    await expect(verifyAt(claims)).rejects.toMatchObject(REFUSED);
  });

  it('is the machine’s own when none is given', async () => {
    const long = Math.floor(Date.now() / 1_000) - 3_600;
    await expect(verifier()(await issuer.sign(ZOE, { exp: long }))).rejects.toMatchObject(REFUSED);
  });
});

describe('a signature', () => {
  const claims = async () =>
    JSON.parse(Buffer.from((await issuer.sign(ZOE)).split('.')[1] ?? '', 'base64url').toString());
  const [kid, typ] = ['cardwire-local', 'JWT'];

  it('of another key under the same name is refused', async () => {
    const other = await createLocalIssuer(CLIENT_ID);
    await expect(verifier()(await other.sign(ZOE))).rejects.toMatchObject(REFUSED);
  });

  it('of a key that is not in the set is refused', async () => {
    const { privateKey } = await generateKeyPair('RS256');
    const token = await new SignJWT(await claims())
      .setProtectedHeader({ alg: 'RS256', kid: 'x' })
      .sign(privateKey);
    await expect(verifier()(token)).rejects.toMatchObject(REFUSED);
  });

  it('that is missing is refused, with "none" as its algorithm', async () => {
    await expect(verifier()(new UnsecuredJWT(await claims()).encode())).rejects.toMatchObject(REFUSED);
    const [, payload] = (await issuer.sign(ZOE)).split('.');
    for (const alg of ['none', 'None', 'RS256']) {
      const header = Buffer.from(JSON.stringify({ alg, kid, typ })).toString('base64url');
      await expect(verifier()(`${header}.${payload}.`)).rejects.toMatchObject(REFUSED);
    }
  });

  it('made with the public key as a shared secret is refused', async () => {
    const secret = new TextEncoder().encode(JSON.stringify(issuer.keys.keys[0]));
    const token = await new SignJWT(await claims())
      .setProtectedHeader({ alg: 'HS256', kid, typ })
      .sign(secret);
    await expect(verifier()(token)).rejects.toMatchObject(REFUSED);
  });

  it.each(['RS512', 'PS256', 'ES256'])(
    'by another algorithm is refused, though its key is in the set: %s',
    async (alg) => {
      const { publicKey, privateKey } = await generateKeyPair(alg);
      const key = { ...(await exportJWK(publicKey)), kid, alg, use: 'sig' };
      const verify = verifier({ keys: createLocalJWKSet({ keys: [key] }) });
      const token = await new SignJWT(await claims()).setProtectedHeader({ alg, kid, typ }).sign(privateKey);
      await expect(verify(token)).rejects.toMatchObject(REFUSED);
    },
  );

  it('does not fit when anything of the token was changed', async () => {
    const [header = '', , signature = ''] = (await issuer.sign(ZOE)).split('.');
    const payload = Buffer.from(JSON.stringify({ ...(await claims()), oid: MALLORY.objectId })).toString(
      'base64url',
    );
    await expect(verifier()(`${header}.${payload}.${signature}`)).rejects.toMatchObject(REFUSED);
  });
});

it('whatever is no token is refused, and nothing else happens', async () => {
  const part = fc.oneof(
    fc.string(),
    fc.json().map((text) => Buffer.from(text).toString('base64url')),
    fc.constantFrom('eyJhbGciOiJSUzI1NiJ9', 'eyJhbGciOiJSUzI1NiIsImtpZCI6ImNhcmR3aXJlLWxvY2FsIn0', 'e30'),
  );
  await fc.assert(
    fc.asyncProperty(fc.array(part, { maxLength: 6 }), async (parts) => {
      await expect(verifier()(parts.join('.'))).rejects.toMatchObject(REFUSED);
    }),
  );
});

describe('keys', () => {
  const remote = (url: string) => verifier({ keys: remoteKeys(url, 1_000) });
  const UNAVAILABLE = { code: 'unavailable' };

  it('are fetched when they are needed', async () => {
    const origin = await serve((_request, response) => response.end(JSON.stringify(issuer.keys)));
    expect(await remote(origin)(await issuer.sign(ZOE))).toMatchObject({ objectId: ZOE.objectId });
  });

  it.each([
    ['answers with an error', 503, 'later'],
    ['answers with no keys', 200, '{}'],
    ['answers with a page', 200, '<html>'],
  ])('that cannot be had say nothing about the token: their host %s', async (_what, status, body) => {
    const origin = await serve((_request, response) => response.writeHead(status).end(body));
    await expect(remote(origin)(await issuer.sign(ZOE))).rejects.toMatchObject(UNAVAILABLE);
  });

  it('are not followed to another place', async () => {
    const asked: (string | undefined)[] = [];
    const origin = await serve((request, response) => {
      asked.push(request.url);
      if (request.url === '/keys') response.writeHead(302, { location: '/elsewhere' }).end();
      else response.end(JSON.stringify(issuer.keys));
    });
    await expect(remote(`${origin}/keys`)(await issuer.sign(ZOE))).rejects.toMatchObject(UNAVAILABLE);
    expect(asked).toEqual(['/keys']);
  });

  it('are read no further than any key set goes, however small they were packed', async () => {
    // Good keys, were they read to the end.
    const bomb = gzipSync(JSON.stringify(issuer.keys) + ' '.repeat(16 * 1_048_576));
    expect(bomb.length).toBeLessThan(100_000);
    const origin = await serve((_request, response) => {
      response.writeHead(200, { 'content-encoding': 'gzip' }).end(bomb);
    });
    await expect(remote(origin)(await issuer.sign(ZOE))).rejects.toMatchObject(UNAVAILABLE);
  });

  it('that come drop by drop are given up on', async () => {
    const origin = await serve((_request, response) => {
      response.writeHead(200).write('{"keys": [');
      const drip = setInterval(() => response.write(' '), 20);
      response.on('close', () => clearInterval(drip));
    });
    const slow = verifier({ keys: remoteKeys(origin, 200) });
    await expect(slow(await issuer.sign(ZOE))).rejects.toMatchObject(UNAVAILABLE);
  });

  it('that cannot be had say nothing about the token: their host does not answer', async () => {
    const origin = await serve(() => {});
    await expect(remote(origin)(await issuer.sign(ZOE))).rejects.toMatchObject(UNAVAILABLE);
  });

  it('that cannot be had say nothing about the token: their host is gone', async () => {
    await expect(remote('http://127.0.0.1:1')(await issuer.sign(ZOE))).rejects.toMatchObject(UNAVAILABLE);
  });
});

describe('for the buttons of cards', () => {
  const pressed = (claims: Record<string, unknown> = {}) =>
    issuer.sign(ZOE, { azp: ACTIONS_APP, scp: 'Cards.Press', ...claims });
  const verify: VerifyToken = (token) => verifier({ use: 'card-actions' })(token);

  it.each<[string, Record<string, unknown>]>([
    ['Microsoft’s Actions app, whatever the operator called the scope', {}],
    [
      'version 1 for the address that Microsoft gave the app',
      { ...V1, appid: ACTIONS_APP, aud: `api://auth-am-6c1f0f3a-1111-4222-8333-444455556666/${CLIENT_ID}` },
    ],
  ])('takes a token of %s', async (_what, claims) => {
    expect(await verify(await pressed(claims))).toMatchObject({ objectId: ZOE.objectId, name: ZOE.name });
  });

  it.each<[string, Record<string, unknown>]>([
    ['of Teams, which is for our pages', { azp: TEAMS_DESKTOP }],
    ['that our own pages asked for', { azp: CLIENT_ID }],
    ['of an app on its own', { idtyp: 'app' }],
    ['without a scope', { scp: undefined }],
    ['for another app', { aud: MALLORY.objectId }],
    ['of the issuer that Microsoft gave up', { iss: 'https://substrate.office.com/sts/' }],
  ])('refuses a token %s', async (_what, claims) => {
    await expect(verify(await pressed(claims))).rejects.toMatchObject(REFUSED);
  });

  it.each(BROKEN.filter(([what]) => !/ (?:without the|with a) scope/.test(` ${what}`)))(
    'refuses a token as the pages do, where only its scope may differ: %s',
    async (_what, claims) => {
      const caller = claims.appid === TEAMS_DESKTOP ? { appid: ACTIONS_APP } : {};
      await expect(verify(await pressed({ ...claims, ...caller }))).rejects.toMatchObject(REFUSED);
    },
  );

  it('takes none that is good for the pages only because it is for the buttons', async () => {
    await expect(verifier()(await pressed({ scp: 'access_as_user' }))).rejects.toMatchObject(REFUSED);
  });
});
