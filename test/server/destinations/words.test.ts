import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { contextIdIn, wordsIn } from '../../../server/destinations/words.ts';
import { CONNECTOR_URL, signature, WORKFLOW_URL } from './webhooks.ts';

describe('words', () => {
  it.each([
    ['plain text as it is', 'Summary or Text is required.', 'Summary or Text is required.'],
    ['one line', ' Bad\r\n\tpayload\u0000 \u001b[31mreceived ', 'Bad payload [31mreceived'],
    ['what can be seen', 'a\u202eb\u200bc\ufeffd\u00ade', 'abcde'],
    [
      'code and message of an error',
      '{"error":{"code":"WorkflowNotFound","message":"It is gone."}}',
      'WorkflowNotFound: It is gone.',
    ],
    ['an error without the outer object', '{"code":"Gone","message":"It is gone."}', 'Gone: It is gone.'],
    ['no half characters', '{"message":"a\\ud800b"}', 'a\ufffdb'],
    ['only the code, where there is no message', '{"error":{"code":"Gone","message":7}}', 'Gone'],
    ['JSON of another form as it came', '{"ok":false}', '{"ok":false}'],
    ['an error that is only text as it came', '{"error":"nope"}', '{"error":"nope"}'],
    ['JSON that was cut off as it came', '{"error":{"code":"Gone","mess', '{"error":{"code":"Gone","mess'],
    [
      'the text of a page',
      '<!DOCTYPE html><html><head><style>p{color:red}</style><script>\nif (1<2) go()\n</script><title>Retired</title></head>\n<body><p>Connectors&nbsp;are <b>retired</b> &amp; gone.</p></body></html>',
      'Retired Connectors are retired & gone.',
    ],
    ['an address by its host', 'See https://aka.ms/O365ConnectorDeprecation?x=1.', 'See aka.ms/…'],
    ['an escaped address by its host', 'See https:\\/\\/aka.ms\\/a\\/b now', 'See aka.ms/… now'],
    [
      'its own address by its host',
      `Cannot POST ${WORKFLOW_URL}`,
      'Cannot POST ….ef.environment.api.powerplatform.com/…',
    ],
    ['a path without the ids in it', `Cannot POST ${new URL(CONNECTOR_URL).pathname}`, 'Cannot POST …@…'],
    ['a query without its signature', 'bad query: sv=1.0&sig=abc&x=1', 'bad query: sv=1.0&sig=…&x=1'],
    ['an escaped query without its signature', 'sv%3D1.0%26sig%3Dabc', 'sv%3D1.0%26sig=…'],
    ['nothing of the ContextId', 'HTTP error 413 with ContextId tcid=0,server=A,cv=b.0..', 'HTTP error 413'],
  ])('hold %s', (_what, body, words) => {
    expect(wordsIn(body)).toBe(words);
  });

  it('end with an ellipsis after 500 characters', () => {
    expect(wordsIn('word '.repeat(100).trim())).toHaveLength(499);
    expect(wordsIn('word '.repeat(101))).toBe(`${'word '.repeat(100).slice(0, 499)}…`);
  });

  it('are not cut through a character', () => {
    const words = wordsIn(`${'word '.repeat(99)}abc😀😀😀`);
    expect(words).toBe(`${'word '.repeat(99)}abc…`);
  });
});

describe('ContextId', () => {
  it.each([
    ['HTTP error 400 with ContextId tcid=385,server=BL2,cv=wUmM9k.0..', 'tcid=385,server=BL2,cv=wUmM9k.0'],
    ['HTTP error 400 with ContextId MS-CV=BpnM40HzPUqdFC5CL5d1Gg.0..', 'MS-CV=BpnM40HzPUqdFC5CL5d1Gg.0'],
    ['HTTP error 400 with ContextId 01=2..', '01=2'],
    ['HTTP error 400 with ContextId tcid=385, then more', 'tcid=385'],
    ['HTTP error 400 with ContextId ', undefined],
    ['HTTP error 400 with ContextId password=1', undefined],
    ['', undefined],
  ])('in "%s" is %s', (body, contextId) => {
    expect(contextIdIn(body)).toBe(contextId);
  });
});

describe('properties', () => {
  const text = fc.string({ unit: 'binary', maxLength: 600 });

  it('words never hold a signature', () => {
    const shapes: ((sig: string) => string)[] = [
      (sig) => sig,
      (sig) => `sig=${sig}`,
      (sig) => `"signature=${sig}"`,
      (sig) => encodeURIComponent(`?sv=1.0&sig=${sig}`),
      (sig) => `https://host.example/path?sp=%2F&sig=${sig}`,
      (sig) => `<a href="https://host.example/?sig=${sig}">`,
      (sig) => JSON.stringify({ error: { code: 'Gone', message: `POST https://host.example/?sig=${sig}` } }),
      (sig) => `<html><title>${sig}</title></html>`,
      (sig) => `HTTP error 400 with ContextId ${sig}`,
    ];
    fc.assert(
      fc.property(text, signature(), fc.constantFrom(...shapes), text, (before, sig, shape, after) => {
        expect(wordsIn(before + shape(sig) + after)).not.toContain(sig);
      }),
    );
  });

  it('words are one printable line of at most 500 characters', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 2_000 }), (body) => {
        const words = wordsIn(body);
        expect(words.length).toBeLessThanOrEqual(500);
        expect(words).not.toMatch(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u);
        expect(words).toBe(words.trim());
      }),
    );
  });
});
