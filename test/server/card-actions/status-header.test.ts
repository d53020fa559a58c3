import { validateHeaderValue } from 'node:http';
import fc from 'fast-check';
import { expect, it, test } from 'vitest';
import { statusHeader } from '../../../server/card-actions/status-header.ts';

test.each([
  ['“Approve” was passed on.', '"Approve" was passed on.'],
  ['«\u00a0Approuver\u00a0» a été transmis.', '"Approuver" a ete transmis.'],
  ['L’œuf — déjà…', "L'?uf - deja..."],
  ['two\nlines', 'two lines'],
  ['承認', '??'],
])('%s', (text, header) => {
  expect(statusHeader(text)).toBe(header);
});

it('any_text_whatever_is_a_header_of_plain_letters', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (text) => {
      const header = statusHeader(text);
      expect(() => validateHeaderValue('card-action-status', header)).not.toThrow();
      expect(header).toMatch(/^[ -~]{0,250}$/);
    }),
  );
});
