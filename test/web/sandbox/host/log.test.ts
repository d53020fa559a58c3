import fc from 'fast-check';
import { expect, it } from 'vitest';
import { withoutTokens } from '../../../../web/sandbox/host/log.ts';

const TOKEN = `eyJhbGciOiJSUzI1NiJ9.${'b'.repeat(80)}.${'c'.repeat(40)}`;

it('shortens a token wherever it stands', () => {
  const shortened = JSON.stringify(withoutTokens([true, TOKEN, { deep: [`Bearer ${TOKEN}`] }]));
  expect(shortened).toBe('[true,"eyJhbGciOi…",{"deep":["Bearer eyJhbGciOi…"]}]');
});

it('no_token_of_any_length_is_kept', () => {
  const part = fc.stringMatching(/^[A-Za-z0-9_-]{8,60}$/);
  fc.assert(
    fc.property(part, part, part, fc.string(), (head, body, signature, around) => {
      const kept = String(withoutTokens(`${around} eyJ${head}.${body}.${signature}`));
      expect(kept).not.toContain(`${body}.${signature}`);
    }),
  );
});

it('leaves everything else as it is', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      fc.pre(!JSON.stringify(value).includes('eyJ'));
      expect(withoutTokens(value)).toEqual(value);
    }),
  );
});
