import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { startTestApp, type TestApp } from '../../app.ts';
import { MALLORY, ZOE } from '../../people.ts';
import { newWorkflow } from '../../webhook-urls.ts';
import { type Browser, CONNECT_ENV, granted, newGroupWebhook, openBrowser } from './browser.ts';

let test: TestApp;
let browser: Browser;
beforeAll(async () => {
  test = await startTestApp(CONNECT_ENV);
});
beforeEach(() => {
  browser = openBrowser(test);
});
afterAll(() => test.close());

const storedGrants = () => test.storage.prisma.connectAttempt.count({ where: { grant: { not: null } } });

describe('the way to Microsoft', () => {
  it('leads to its page with the connector, our callback and an unguessable state', async () => {
    const answer = await browser.call('POST', '/connect/api/start', {
      eventTypes: ['task.created'],
      language: 'fr',
    });
    const { origin, pathname, searchParams } = new URL(answer.json().location);
    expect(origin + pathname).toBe('https://outlook.office.com/connectors/Connect');
    expect(Object.fromEntries(searchParams)).toEqual({
      state: expect.stringMatching(/^[\w-]{43}$/),
      app_id: CONNECT_ENV.CONNECTOR_ID,
      callback_url: 'https://cardwire.example.com/connect/callback',
    });
  });

  it('is bound to the browser by a cookie that only the server reads', async () => {
    const answer = await browser.call('POST', '/connect/api/start', {
      eventTypes: ['task.created'],
      language: 'en',
    });
    expect(answer.cookies.find(({ name }) => name === '__Secure-cardwire-browser')).toMatchObject({
      httpOnly: true,
      secure: true,
      sameSite: 'Lax',
      path: '/connect',
      maxAge: 1_200,
    });
  });

  it('keeps neither state nor cookie as they are', async () => {
    const state = await browser.start();
    const rows = JSON.stringify([
      await test.storage.prisma.connectAttempt.findMany(),
      await test.storage.prisma.connectSession.findMany(),
    ]);
    expect(rows).not.toContain(state);
    for (const value of browser.cookies.values()) expect(rows).not.toContain(value);
  });
});

describe('the way back', () => {
  it('stores what Microsoft gave encrypted, and leads to an address without parameters', async () => {
    const grant = granted();
    const answer = await browser.comeBack({ state: await browser.start(), ...grant });
    expect([answer.statusCode, answer.headers.location, answer.body]).toEqual([302, '/connect/done', '']);
    expect(answer.headers['referrer-policy']).toBe('no-referrer');
    expect(answer.headers['cache-control']).toBe('no-store');
    expect(await browser.outcome()).toBe('granted');

    const rows = JSON.stringify(await test.storage.prisma.connectAttempt.findMany());
    for (const secret of [grant.webhook_url ?? '', 'webhook/', ZOE.objectId])
      expect(rows).not.toContain(secret);
  });

  it('gives the browser a new cookie, so that one that was planted is worth nothing', async () => {
    const state = await browser.start();
    const [planted] = [...browser.cookies.values()];
    await browser.comeBack({ state, ...granted() });
    const intruder = openBrowser(test);
    intruder.cookies.set('__Secure-cardwire-browser', planted ?? '');
    expect((await intruder.call('GET', '/connect/api/session')).json().pending).toEqual([]);
    expect((await browser.call('GET', '/connect/api/session')).json().pending).toHaveLength(1);
  });

  it.each([
    ['mail', undefined, 'inbox'],
    ['Mail', undefined, 'inbox'],
    ['GROUPS', 'Bakery', 'group'],
    ['teams', 'Bakery', 'team'],
    ['something-new', 'Bakery', 'group'],
    [undefined, undefined, 'inbox'],
  ])('knows where cards go by app_type %s and group_name %s: %s', async (appType, groupName, place) => {
    const { webhook_url } = granted();
    await browser.comeBack({
      state: await browser.start(),
      webhook_url: webhook_url ?? '',
      ...(appType && { app_type: appType }),
      ...(groupName && { group_name: groupName }),
    });
    const { pending } = (await browser.call('GET', '/connect/api/session')).json();
    expect(pending).toMatchObject([{ place, ...(groupName && { groupName }) }]);
  });

  it.each([
    ['denied', { error: 'AccessDenied' }],
    ['denied', { error: 'access_denied', webhook_url: '' }],
    ['failed', { error: 'SomethingElse' }],
    ['unreadable', {}],
    ['unreadable', { error: '', webhook_url: ' ' }],
    ['unreadable', { error: 'AccessDenied', webhook_url: newGroupWebhook() }],
    ['unreadable', { webhook_url: newGroupWebhook(), group_name: 'x'.repeat(9_000) }],
    ['address-refused', { webhook_url: 'https://evil.example/webhook/a@b/c/d/e' }],
    ['address-refused', { webhook_url: newGroupWebhook().replace('https://', 'http://') }],
    ['address-refused', { webhook_url: `${newGroupWebhook()}/${'x'.repeat(2_100)}` }],
    ['address-refused', { webhook_url: newWorkflow() }],
    ['address-refused', { webhook_url: 'not an address' }],
    ['tenant-not-allowed', { webhook_url: newGroupWebhook('99999999-aaaa-4bbb-8ccc-000000000001') }],
    ['tenant-not-allowed', { webhook_url: newGroupWebhook('one.example') }],
  ])('ends as %s for %j, stores nothing and uses the state up', async (outcome, query) => {
    const before = await storedGrants();
    const state = await browser.start();
    const answer = await browser.comeBack({ state, ...(query as Record<string, string>) });
    expect([answer.statusCode, answer.headers.location]).toEqual([302, '/connect/done']);
    expect(await browser.outcome()).toBe(outcome);
    expect(await storedGrants()).toBe(before);

    await browser.comeBack({ state, ...granted() });
    expect(await browser.outcome()).toBe('used');
    expect(await storedGrants()).toBe(before);
  });

  it('takes every organisation that may use the server', async () => {
    await browser.comeBack({ state: await browser.start(), ...granted(newGroupWebhook(MALLORY.tenantId)) });
    expect(await browser.outcome()).toBe('granted');
  });

  it('reads nothing of parameters that come twice', async () => {
    const state = await browser.start();
    const url = `/connect/callback?state=${state}&webhook_url=a&webhook_url=b`;
    await browser.call('GET', url, undefined, {});
    expect(await browser.outcome()).toBe('unreadable');
    await browser.call('GET', `/connect/callback?state=a&state=b&error=AccessDenied`, undefined, {});
    expect(await browser.outcome()).toBe('unknown');
  });

  it('is not taken by a HEAD, which mail scanners send', async () => {
    const state = await browser.start();
    await browser.call(
      'HEAD',
      `/connect/callback?${new URLSearchParams({ state, ...granted() })}`,
      undefined,
      {},
    );
    await browser.comeBack({ state, ...granted() });
    expect(await browser.outcome()).toBe('granted');
  });
});
