import { describe, expect, it } from 'vitest';
import { isPublicAddress } from '../../../../server/destinations/public-address.ts';
import type { Finding } from '../../../../server/operate/doctor/finding.ts';
import { judgeAddress, judgeCertificate } from '../../../../server/operate/doctor/judge/address.ts';
import {
  type DatabaseFacts,
  judgeDatabase,
  judgeKeys,
} from '../../../../server/operate/doctor/judge/database.ts';
import { judgeServersPackage } from '../../../../server/operate/doctor/judge/package.ts';
import { judgePage, judgeReadiness } from '../../../../server/operate/doctor/judge/server.ts';
import { judgeOffer, judgeTenant } from '../../../../server/operate/doctor/judge/sign-in.ts';
import { clockOf, judgeClock } from '../../../../server/operate/doctor/judge/time.ts';
import { judgeWebhookHost, judgeWebhooks } from '../../../../server/operate/doctor/judge/webhooks.ts';
import { answer, DATABASE, HANDSHAKE, NOW } from './facts.ts';

const states = (findings: Finding[]) => findings.map(({ state }) => state);
const away = { error: 'The host refused the connection.' };

describe('the address', () => {
  it.each([
    ['https://cards.fabrikam.com', { value: ['93.184.216.34'] }, ['ok', 'ok']],
    ['http://cards.fabrikam.com', { value: ['93.184.216.34'] }, ['failed', 'ok']],
    ['https://cards.fabrikam.com', { value: ['10.0.0.4'] }, ['ok', 'warning']],
    ['https://cards.fabrikam.com', away, ['ok', 'failed']],
    ['http://localhost:3978', { value: ['127.0.0.1'] }, ['failed', 'failed']],
  ])('%s at %j is %j', (url, addresses, expected) => {
    expect(states(judgeAddress(url, addresses))).toEqual(expected);
  });

  it.each([
    [{ value: HANDSHAKE }, ['ok', 'ok']],
    [{ value: { ...HANDSHAKE, validTo: new Date('2026-12-04T00:00:00Z') } }, ['warning', 'ok']],
    [{ value: { ...HANDSHAKE, refused: 'CERT_HAS_EXPIRED' } }, ['failed', 'ok']],
    [{ value: { ...HANDSHAKE, protocol: 'TLSv1.1' } }, ['ok', 'failed']],
    [away, ['failed']],
  ])('has a certificate: %j is %j', (handshake, expected) => {
    expect(states(judgeCertificate(handshake, NOW))).toEqual(expected);
  });
});

describe('the server', () => {
  const ORIGINS = ['https://teams.microsoft.com', 'https://*.cloud.microsoft'];
  const good = {
    'content-type': 'text/html; charset=utf-8',
    'content-security-policy': `default-src 'none';frame-ancestors ${ORIGINS.join(' ')};base-uri 'none'`,
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
    'strict-transport-security': 'max-age=31536000',
  };
  const judged = (headers: Record<string, string>) =>
    states(judgePage({ value: answer({ headers }) }, ORIGINS, true));

  it('is ready, or says why not, or is something else', () => {
    const ready = judgeReadiness({ value: answer({ body: '{"status":"ready","shards":64}' }) });
    expect(ready).toMatchObject({ state: 'ok', found: '64 shards' });
    const detail = 'The database does not answer.';
    expect(
      judgeReadiness({ value: answer({ status: 503, body: JSON.stringify({ detail }) }) }),
    ).toMatchObject({ state: 'failed', found: detail });
    expect(judgeReadiness({ value: answer({ body: '<html>' }) })).toMatchObject({
      state: 'failed',
      found: expect.stringContaining('not as Cardwire does'),
    });
    expect(judgeReadiness(away).state).toBe('failed');
  });

  it('has a page that Teams may embed, with every header', () => {
    expect(judged(good)).toEqual(['ok', 'ok', 'ok', 'ok']);
  });

  it.each([
    [{ 'content-security-policy': `frame-ancestors ${ORIGINS[0]}` }, ['ok', 'failed', 'ok', 'ok']],
    [{ 'content-security-policy': '' }, ['ok', 'failed', 'ok', 'ok']],
    [{ 'x-frame-options': 'SAMEORIGIN' }, ['ok', 'ok', 'failed', 'ok']],
    [{ 'x-content-type-options': '' }, ['ok', 'ok', 'ok', 'warning']],
    [{ 'strict-transport-security': 'max-age=0' }, ['ok', 'ok', 'ok', 'warning']],
    [{ 'content-type': 'application/problem+json' }, ['failed']],
  ])('notices what a proxy did: %j', (change, expected) => {
    expect(judged({ ...good, ...change })).toEqual(expected);
  });
});

describe('the sign-in', () => {
  const TENANT = '7f2c5d8b-3b0e-4c4f-9a9d-8e1f3b5d7a0c';
  const LOGIN = 'login.microsoftonline.com';
  const issued = (issuer: string) => ({ value: answer({ body: JSON.stringify({ issuer }) }) });

  it.each([
    [issued(`https://${LOGIN}/${TENANT}/v2.0`), 'ok'],
    [issued(`https://login.microsoftonline.us/${TENANT}/v2.0`), 'failed'],
    [{ value: answer({ status: 400, body: '{"error":"invalid_tenant"}' }) }, 'failed'],
    [away, 'failed'],
  ])('knows the organisation or not: %#', (tried, state) => {
    expect(judgeTenant(LOGIN, TENANT, tried).state).toBe(state);
  });

  it.each([
    ['mine', 'ok'],
    ['another', 'failed'],
  ])('is that of the running server: %s', (clientId, state) => {
    const offer = { authorizeUrl: '/a', tokenUrl: '/t', clientId, scope: 'openid' };
    expect(judgeOffer('mine', { value: answer({ body: JSON.stringify(offer) }) }).state).toBe(state);
  });
});

describe('the database', () => {
  it.each<[Partial<DatabaseFacts>, string[]]>([
    [{}, ['ok', 'ok', 'ok']],
    [{ versionNumber: 140_011 }, ['failed', 'ok', 'ok']],
    [{ missingMigrations: ['20261121000000_first'] }, ['ok', 'failed', 'ok']],
    [{ encrypted: false }, ['ok', 'ok', 'warning']],
    [{ embedded: true, encrypted: false }, ['ok', 'ok', 'warning']],
  ])('%j is %j', (change, expected) => {
    expect(states(judgeDatabase({ value: { ...DATABASE, ...change } }))).toEqual(expected);
  });

  it('is away', () => expect(states(judgeDatabase(away))).toEqual(['failed']));
});

describe('the keys', () => {
  const secrets = (place: 'first' | 'further' | 'missing', onlyFirstNeeded: boolean) => ({
    secrets: { value: { keys: [{ name: 'abcd', rows: 3, place }], nodesBehind: 0, onlyFirstNeeded } },
  });
  const key = (expiresAt: string | null, scope = 'events') => ({
    apiKeys: [
      { scopes: [scope], name: 'Our tasks', expiresAt: expiresAt === null ? null : new Date(expiresAt) },
    ],
  });

  it.each<[Partial<DatabaseFacts>, string[]]>([
    [{}, ['ok', 'ok']],
    [secrets('missing', false), ['failed', 'ok']],
    [secrets('further', false), ['warning', 'ok']],
    [{ secrets: away }, ['failed', 'ok']],
    [key(null, 'operate'), ['ok', 'warning']],
    [key('2026-11-21T09:59:59Z'), ['ok', 'warning']],
    [key('2026-12-01T00:00:00Z'), ['ok', 'ok', 'warning']],
    [key('2027-12-01T00:00:00Z'), ['ok', 'ok']],
  ])('%j is %j', (change, expected) => {
    expect(states(judgeKeys({ ...DATABASE, ...change }, NOW))).toEqual(expected);
  });
});

describe('the time', () => {
  it.each([
    [4_000, 'ok'],
    [-6_000, 'warning'],
    [60_000, 'failed'],
  ])('off by %i ms is %s', (offMs, state) => {
    const theirs = new Date(NOW.getTime() + offMs);
    expect(judgeClock({ name: 'Microsoft', theirs, ours: NOW }).state).toBe(state);
  });

  it('is read of answers that say it', () => {
    const told = { value: answer({ headers: { date: 'Sat, 21 Nov 2026 10:00:03 GMT' } }) };
    expect(clockOf('Microsoft', told)).toEqual([
      { name: 'Microsoft', theirs: new Date('2026-11-21T10:00:03Z'), ours: NOW },
    ]);
    expect(clockOf('Microsoft', { value: answer() })).toEqual([]);
    expect(clockOf('Microsoft', away)).toEqual([]);
  });
});

describe('hosts of webhooks', () => {
  const open = { value: HANDSHAKE };
  const host = 'outlook.office.com';

  it.each([
    [{ host, addresses: { value: ['52.96.0.1'] }, handshake: open }, 'ok'],
    [{ host, addresses: { value: ['10.0.0.1'] }, handshake: undefined }, 'failed'],
    [{ host, addresses: { value: ['52.96.0.1'] }, handshake: away }, 'failed'],
    [
      { host, addresses: { value: ['52.96.0.1'] }, handshake: { value: { ...HANDSHAKE, refused: 'SELF' } } },
      'failed',
    ],
    [{ host: 'logic.azure.com', addresses: away, handshake: undefined }, 'skipped'],
  ])('%# is %s', (reached, state) => {
    expect(judgeWebhookHost(reached, isPublicAddress).state).toBe(state);
  });

  it('are all out of reach where no name has an address', () => {
    const unknown = judgeWebhookHost({ host, addresses: away, handshake: undefined }, isPublicAddress);
    const found = judgeWebhookHost({ host, addresses: { value: [] }, handshake: open }, isPublicAddress);
    expect(states(judgeWebhooks([unknown, unknown]))).toEqual(['failed']);
    expect(states(judgeWebhooks([unknown, found]))).toEqual(['skipped', 'ok']);
  });
});

describe('the package of the running server', () => {
  const zip = new Uint8Array([1, 2, 3]);
  it.each([
    [{ value: answer({ body: zip }) }, 'ok'],
    [{ value: answer({ body: new Uint8Array([1, 2, 4]) }) }, 'failed'],
    [{ value: answer({ status: 401 }) }, 'failed'],
    [{ value: answer({ status: 409 }) }, 'skipped'],
    [away, 'skipped'],
    [undefined, 'skipped'],
  ])('%# is %s', (tried, state) => {
    expect(judgeServersPackage(zip, tried).state).toBe(state);
  });
});
