import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readCallback, stateOf } from '../../../server/connect/callback-answer.ts';
import { readCookie, setCookie } from '../../../server/connect/cookies.ts';
import { tenantOf } from '../../../server/connect/tenant-of.ts';

const QUERY = fc
  .array(
    fc.tuple(
      fc.constantFrom('state', 'webhook_url', 'error', 'app_type', 'group_name', 'user_objectId', 'x'),
      fc.string({ unit: 'binary' }),
    ),
  )
  .map((pairs) =>
    new URLSearchParams(
      pairs.map(([name, value]): [string, string] => [name, value.toWellFormed()]),
    ).toString(),
  );

describe('what comes back from Microsoft', () => {
  it('is_read_without_a_throw_whatever_it_is', () => {
    fc.assert(
      fc.property(fc.oneof(QUERY, fc.string({ unit: 'binary' })), (query) => {
        expect(['granted', 'denied', 'failed', 'unreadable']).toContain(readCallback(query).kind);
        expect(typeof stateOf(query)).toMatch(/string|undefined/);
      }),
    );
  });

  it('is_granted_only_with_one_address_and_no_error', () => {
    fc.assert(
      fc.property(QUERY, (query) => {
        const fields = new URLSearchParams(query);
        const given = (name: string) => fields.getAll(name).filter((value) => value.trim() !== '');
        const granted = readCallback(query).kind === 'granted';
        if (granted) expect([given('webhook_url').length, given('error').length]).toEqual([1, 0]);
      }),
    );
  });

  it('names_a_group_on_one_line_of_a_bounded_length', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 500 }), (name) => {
        const query = new URLSearchParams({
          webhook_url: 'u',
          app_type: 'Groups',
          group_name: name.toWellFormed(),
        });
        const answer = readCallback(query.toString());
        const shown = answer.kind === 'granted' ? answer.grant.groupName : undefined;
        if (shown !== undefined) {
          expect(shown).toMatch(/^[^\p{Cc}]{1,200}$/u);
          expect(shown.isWellFormed()).toBe(true);
        }
      }),
    );
  });

  it('keeps a person’s id in the letters of tokens, and nothing that is none', () => {
    const id = 'ABCDEF01-AAAA-4BBB-8CCC-000000000001';
    const read = (user: string) =>
      readCallback(new URLSearchParams({ webhook_url: 'u', user_objectId: user }).toString());
    expect(read(id)).toMatchObject({ grant: { userId: id.toLowerCase() } });
    expect(read('somebody')).toEqual({ kind: 'granted', grant: { url: 'u', place: 'inbox' } });
  });
});

describe('the organisation of a webhook', () => {
  const TENANT = '66666666-7777-4888-8999-aaaaaaaaaaaa';
  it.each([
    [`https://outlook.office.com/webhook/g@${TENANT.toUpperCase()}/p/h/u`, TENANT],
    [`https://contoso.webhook.office.com/webhookb2/g@${TENANT}/p/h/u/v`, TENANT],
    ['https://outlook.office.com/webhook/g@contoso.com/p/h/u', undefined],
    [`https://outlook.office.com/other/g@${TENANT}/p/h/u`, undefined],
    [`https://outlook.office.com/webhook/g/p/h/u?x=g@${TENANT}/`, undefined],
  ])('of %s is %s', (url, tenant) => {
    expect(tenantOf(url)).toBe(tenant);
  });
});

describe('a cookie', () => {
  it.each([true, false])('is read as it was set, over https: %s', (https) => {
    const header = setCookie({ name: 'browser', value: 'abc-_1', maxAge: 60 }, https);
    const pair = header.split(';')[0];
    expect(readCookie(`other=1; ${pair}; more=2`, 'browser', https)).toBe('abc-_1');
    expect(readCookie(pair, 'browser', !https)).toBeUndefined();
    expect(header.includes('; Secure')).toBe(https);
  });

  it.each([
    undefined,
    '',
    'cardwire-browser',
    'cardwire-browser=',
    'cardwire-browser=a b',
    'xcardwire-browser=a',
  ])('is none in %j', (header) => {
    expect(readCookie(header, 'browser', false)).toBeUndefined();
  });
});
