import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ADDRESS_REFUSED } from '../../../server/destinations/guard.ts';
import { networkErrorWords, noAnswerCode } from '../../../server/destinations/network-error.ts';
import { WORKFLOW_HOST, WORKFLOW_URL } from './webhooks.ts';

function errorWith(code: unknown): Error {
  return Object.assign(new Error(`connect failed: ${WORKFLOW_URL}`), { code });
}

describe('a network error', () => {
  it.each([
    ['ECONNREFUSED', 'The host refused the connection.'],
    ['UND_ERR_SOCKET', 'The other side closed the connection without an answer.'],
    ['CERT_HAS_EXPIRED', "The host's certificate or encryption is not in order (CERT_HAS_EXPIRED)."],
    [
      'ERR_TLS_CERT_ALTNAME_INVALID',
      "The host's certificate or encryption is not in order (ERR_TLS_CERT_ALTNAME_INVALID).",
    ],
    ['UNHEARD_OF', 'The request failed (UNHEARD_OF).'],
    [42, 'The request failed.'],
    [WORKFLOW_URL, 'The request failed.'],
    [`CERT ${WORKFLOW_URL}`, 'The request failed.'],
  ])('with the code %s is "%s"', (code, words) => {
    expect(networkErrorWords(errorWith(code))).toBe(words);
  });

  it('that is no error at all still has words', () => {
    expect(networkErrorWords(undefined)).toBe('The request failed.');
    expect(networkErrorWords(WORKFLOW_URL)).toBe('The request failed.');
  });

  it('that came by time-out says so', () => {
    expect(networkErrorWords(new DOMException('late', 'TimeoutError'))).toBe('No answer came in time.');
  });

  it('never names the host or the address', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.constant(WORKFLOW_URL), fc.constant(WORKFLOW_HOST)), (code) => {
        const words = networkErrorWords(Object.assign(errorWith(code), { name: WORKFLOW_HOST }));
        expect(words).not.toContain('powerplatform');
        expect(words).not.toContain('sig=');
      }),
    );
  });
});

describe('the code behind the words', () => {
  it.each([
    ['ECONNREFUSED', 'connection-refused'],
    ['UND_ERR_SOCKET', 'closed'],
    ['ENOTFOUND', 'name-not-found'],
    ['ENETUNREACH', 'not-reached'],
    ['ETIMEDOUT', 'too-slow'],
    ['UND_ERR_CLOSED', 'stopped'],
    [ADDRESS_REFUSED, 'address-refused'],
    ['CERT_HAS_EXPIRED', 'encryption'],
    ['UNHEARD_OF', 'failed'],
  ])('of %s is %s', (code, known) => {
    expect(noAnswerCode(networkErrorWords(errorWith(code)))).toBe(known);
  });

  it('of words that an older version stored is that something failed', () => {
    expect(noAnswerCode('No more stones.')).toBe('failed');
  });
});
