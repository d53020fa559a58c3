import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { boundedMentions } from '../../../server/cards/mentions.ts';
import { hostileText } from './arbitraries.ts';
import { htmlOf, htmlText } from './rendered-markdown.ts';

const ADA = '5b9a2f0c-1111-4222-8333-444455556666';

describe('boundedMentions', () => {
  test.each([ADA, ADA.toUpperCase(), 'ada@contoso.com', 'a.b-c_d@sub.contoso.com', 'x_y#EXT#@contoso.com'])(
    'takes %s',
    (id) => {
      expect(boundedMentions([{ id, name: 'Ada' }])).toEqual([{ id, name: 'Ada' }]);
    },
  );

  test.each([
    '',
    'Ada',
    '@',
    'ada@',
    '@contoso.com',
    'a da@contoso.com',
    '<at>@contoso.com',
    '29:1xyz',
    '*@*.*',
  ])('leaves %j out, for Teams would refuse the card', (id) => {
    expect(boundedMentions([{ id, name: 'Ada' }])).toEqual([]);
  });

  test.each([
    ['Ada **Marsh**', 'Ada Marsh'],
    ['</at><at>Everybody', '/at at Everybody'],
    ['ada_marsh', 'ada_marsh'],
    ['_ada_', 'ada'],
    ['Ada\nMarsh', 'Ada Marsh'],
    ['***', 'ada@contoso.com'],
  ])('calls %j %j', (name, shown) => {
    expect(boundedMentions([{ id: 'ada@contoso.com', name }])[0]?.name).toBe(shown);
  });

  it('mentions a person once, and tells people of the same name apart', () => {
    const mentions = [
      { id: 'alex@contoso.com', name: 'Alex' },
      { id: 'ALEX@contoso.com', name: 'Somebody else' },
      { id: 'alex2@contoso.com', name: 'alex' },
    ];
    expect(boundedMentions(mentions).map(({ name }) => name)).toEqual(['Alex', 'alex 2']);
  });

  it('gives_names_that_act_on_nothing_and_twice_gives_the_same_as_once', () => {
    fc.assert(
      fc.property(fc.array(hostileText, { maxLength: 14 }), (names) => {
        const mentions = names.map((name, index) => ({ id: `person${index}@contoso.com`, name }));
        const bounded = boundedMentions(mentions);
        expect(bounded).toHaveLength(Math.min(names.length, 10));
        expect(boundedMentions(bounded)).toEqual(bounded);
        for (const { name } of bounded) expect(htmlOf(`x ${name} x`)).toBe(`<p>x ${htmlText(name)} x</p>`);
      }),
    );
  });
});
