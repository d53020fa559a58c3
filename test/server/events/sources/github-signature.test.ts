import { createHmac } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { verifyGithubSignature } from '../../../../server/events/sources/github-signature.ts';

// The example of GitHub's documentation, "Validating webhook deliveries".
const SECRET = "It's a Secret to Everybody";
const BODY = Buffer.from('Hello, World!');
const SIGNATURE = 'sha256=757107ea0eb2509fc211221cce984b8a37570b6d7586c22c46f4379c8b043e17';

const sign = (secret: string, body: Uint8Array) =>
  `sha256=${createHmac('sha256', secret).update(body).digest('hex')}`;

describe('verifyGithubSignature', () => {
  it('takes the example of GitHub’s documentation', () => {
    expect(verifyGithubSignature([SECRET], BODY, SIGNATURE)).toBe(true);
  });

  it('takes each of several secrets, so that one can replace the other', () => {
    expect(verifyGithubSignature(['old', SECRET], BODY, SIGNATURE)).toBe(true);
    expect(verifyGithubSignature([SECRET, 'new'], BODY, SIGNATURE)).toBe(true);
  });

  test.each([
    ['no header', undefined],
    ['an empty header', ''],
    ['no algorithm', SIGNATURE.slice('sha256='.length)],
    ['SHA-1', `sha1=${createHmac('sha1', SECRET).update(BODY).digest('hex')}`],
    ['capital letters', SIGNATURE.toUpperCase()],
    ['base64', `sha256=${createHmac('sha256', SECRET).update(BODY).digest('base64')}`],
    ['a digit too few', SIGNATURE.slice(0, -1)],
    ['a digit too many', `${SIGNATURE}0`],
    ['a line break behind', `${SIGNATURE}\n`],
    ['two signatures', `${SIGNATURE},${SIGNATURE}`],
  ])('refuses %s', (_name, header) => {
    expect(verifyGithubSignature([SECRET], BODY, header)).toBe(false);
  });

  it('refuses everything without a secret', () => {
    expect(verifyGithubSignature([], BODY, SIGNATURE)).toBe(false);
    expect(verifyGithubSignature([''], BODY, sign('', BODY))).toBe(false);
  });

  it('takes_what_was_signed_whatever_it_is', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1 }), fc.uint8Array(), (secret, body) => {
        expect(verifyGithubSignature([secret], Buffer.from(body), sign(secret, body))).toBe(true);
      }),
    );
  });

  it('refuses_any_change_of_body_signature_or_secret', () => {
    const flip = (bytes: Uint8Array, bit: number) =>
      bytes.map((byte, index) => (index === (bit >> 3) % bytes.length ? byte ^ (1 << (bit & 7)) : byte));
    fc.assert(
      fc.property(
        fc.string({ minLength: 1, unit: 'grapheme' }),
        fc.uint8Array({ minLength: 1 }),
        fc.nat(),
        (secret, body, bit) => {
          const header = sign(secret, body);
          const changed = Buffer.from(flip(Buffer.from(header.slice(7), 'hex'), bit)).toString('hex');
          expect(verifyGithubSignature([secret], Buffer.from(flip(body, bit)), header)).toBe(false);
          expect(verifyGithubSignature([secret], Buffer.from(body), `sha256=${changed}`)).toBe(false);
          expect(verifyGithubSignature([`${secret}x`], Buffer.from(body), header)).toBe(false);
        },
      ),
    );
  });
});
