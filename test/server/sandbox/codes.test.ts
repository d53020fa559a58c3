import { createHash } from 'node:crypto';
import { expect, it } from 'vitest';
import { createCodes, type Grant } from '../../../server/sandbox/codes.ts';

const GRANT: Grant = {
  personId: 'ada',
  clientId: 'client',
  redirectUri: 'http://localhost/signin',
  challenge: createHash('sha256').update('verifier').digest('base64url'),
  nonce: 'nonce',
};
const PROOF = { clientId: 'client', redirectUri: GRANT.redirectUri, verifier: 'verifier' };

it('a code is redeemed once', () => {
  const codes = createCodes(() => 1_000);
  const code = codes.issue(GRANT);
  expect(codes.redeem(code, PROOF)).toEqual(GRANT);
  expect(codes.redeem(code, PROOF)).toBeUndefined();
});

it.each([
  ['verifier', { verifier: 'another' }],
  ['app', { clientId: 'another' }],
  ['way back', { redirectUri: 'http://localhost/other' }],
])('a code with another %s is refused, and spent', (_what, part) => {
  const codes = createCodes(() => 1_000);
  const code = codes.issue(GRANT);
  expect(codes.redeem(code, { ...PROOF, ...part })).toBeUndefined();
  expect(codes.redeem(code, PROOF)).toBeUndefined();
});

it('a code that was never given, or a minute ago, is refused', () => {
  let now = 1_000;
  const codes = createCodes(() => now);
  const code = codes.issue(GRANT);
  expect(codes.redeem('guess', PROOF)).toBeUndefined();
  now += 60_001;
  expect(codes.redeem(code, PROOF)).toBeUndefined();
});
