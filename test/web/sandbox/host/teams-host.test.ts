import { app, authentication, pages } from '@microsoft/teams-js';
import { describe, expect, it, vi } from 'vitest';
import { openHost, openPage, PAGE_ORIGIN, settle } from './open-host.ts';

const CALL_NAME = '4f1d2c3b-5a69-4788-9807-162534435261';
const SETTINGS = { entityId: 'one', contentUrl: `${PAGE_ORIGIN}/channel` };

describe('the start of a page', () => {
  it.each(['settings', 'remove', 'content'] as const)('tells the SDK that its frame is %s', async (frame) => {
    await openPage({ frameContext: frame });
    expect(app.getFrameContext()).toBe(frame);
    expect(pages.config.isSupported()).toBe(true);
  });

  it('listens before the page is opened: the page says initialize only once', async () => {
    const { iframe, progress } = await openPage();
    expect(iframe.src).toBe(`${PAGE_ORIGIN}/config`);
    expect(progress).toEqual([{ kind: 'initialized' }]);
  });

  it('gives the context in a form that the SDK understands', async () => {
    await openPage();
    expect(await app.getContext()).toMatchObject({
      app: { locale: 'fr-fr', theme: 'dark', host: { name: 'Teams', clientType: 'web' } },
      page: { id: 'entity', frameContext: 'settings' },
      user: { id: 'person', userPrincipalName: 'ada@lighthouse.example', tenant: { id: 'tenant' } },
      channel: { id: 'channel', displayName: 'Builds', membershipType: 'Regular' },
      team: { internalId: 'team', groupId: 'group', displayName: 'Lighthouse' },
    });
  });

  it('does not leave notifySuccess waiting', async () => {
    const { progress } = await openPage();
    app.notifyAppLoaded();
    await app.notifySuccess();
    await settle();
    expect(progress.slice(1)).toEqual([{ kind: 'loaded' }, { kind: 'loaded' }]);
  });

  it('passes on why a page could not start', async () => {
    const { progress } = await openPage();
    app.notifyFailure({ reason: app.FailedReason.Timeout, message: 'too slow' });
    await settle();
    expect(progress.at(-1)).toEqual({ kind: 'failed', reason: 'Timeout: too slow' });
  });
});

describe('a token', () => {
  it('is given when the page asks', async () => {
    await openPage({ getAuthToken: async () => 'a.b.c' });
    expect(await authentication.getAuthToken({ silent: true })).toBe('a.b.c');
  });

  it('is refused with the reason when there is none', async () => {
    await openPage({
      getAuthToken: async () => {
        throw new Error('nobody is signed in');
      },
    });
    await expect(authentication.getAuthToken()).rejects.toThrow('nobody is signed in');
  });
});

describe('the theme', () => {
  it('changes live in the page', async () => {
    const { host } = await openPage();
    const changed = vi.fn();
    app.registerOnThemeChangeHandler(changed);
    host.changeTheme('contrast');
    await settle();
    expect(changed).toHaveBeenCalledExactlyOnceWith('contrast');
  });

  it('is not sent to a page that has not started: it may be another page', () => {
    const { host, page } = openHost();
    host.changeTheme('contrast');
    expect(page.received).toEqual([]);
  });
});

describe('links and focus', () => {
  it('opens web links and refuses others', async () => {
    const { links } = await openPage();
    await app.openLink('https://teams.microsoft.com/l/channel/1');
    await expect(app.openLink('javascript:alert(1)')).rejects.toThrow('Only http(s) links');
    expect(links).toEqual(['https://teams.microsoft.com/l/channel/1']);
  });

  it('takes the focus back', async () => {
    const { focus } = await openPage();
    pages.returnFocus(true);
    pages.returnFocus(false);
    await settle();
    expect(focus).toEqual([true, false]);
  });
});

describe('the wire', () => {
  it('answers with the call’s number and name, and args in a list', async () => {
    const { page } = await openPage();
    page.received.length = 0;
    page.post({ id: 41, uuidAsString: CALL_NAME, func: 'settings.getSettings', args: [] });
    await settle();
    expect(page.received).toEqual([
      { message: { id: 41, uuidAsString: CALL_NAME, args: [{}] }, targetOrigin: PAGE_ORIGIN },
    ]);
  });

  it('answers an SDK that knows no names by number alone', async () => {
    const { page } = openHost();
    page.post({ id: 0, func: 'initialize', args: ['1.12.1'] });
    await settle();
    expect(page.received).toEqual([
      { message: { id: 0, args: ['settings', 'web', '2.0.1'] }, targetOrigin: PAGE_ORIGIN },
    ]);
  });

  it('sends events without a number: the SDK takes a number for an answer', async () => {
    const { host, page } = await openPage();
    page.received.length = 0;
    host.changeTheme('default');
    expect(page.received).toEqual([
      { message: { func: 'themeChange', args: ['default'] }, targetOrigin: PAGE_ORIGIN },
    ]);
  });

  it('leaves unknown calls unanswered and marks them', async () => {
    const { page, log } = await openPage();
    page.received.length = 0;
    for (const func of ['meeting.getMeetingDetails', 'constructor', 'toString']) {
      page.post({ id: 50, func, args: ['x'] });
    }
    await settle();
    expect(page.received).toEqual([]);
    expect(log.slice(-3).map(({ flag }) => flag)).toEqual(['unknown', 'unknown', 'unknown']);
  });

  it('gives nothing to a page of another origin, least of all a token', async () => {
    const getAuthToken = vi.fn(async () => 'a token');
    const { page, log } = await openPage({ getAuthToken });
    page.received.length = 0;
    page.post({ id: 60, func: 'authentication.getAuthToken', args: [] }, 'https://evil.example');
    await settle();
    expect(getAuthToken).not.toHaveBeenCalled();
    expect(page.received).toEqual([]);
    expect(log.at(-1)).toMatchObject({ func: 'authentication.getAuthToken', flag: 'foreign' });
  });

  it('hears only its own frame', async () => {
    const { log } = await openPage();
    const before = log.length;
    const data = { id: 1, func: 'getContext', args: [] };
    window.dispatchEvent(new MessageEvent('message', { data, origin: PAGE_ORIGIN, source: window }));
    window.dispatchEvent(new MessageEvent('message', { data, origin: PAGE_ORIGIN }));
    expect(log).toHaveLength(before);
  });

  it.each([
    [null],
    ['text'],
    [7],
    [[]],
    [{}],
    [{ id: 'one', func: 'getContext' }],
    [{ id: 1 }],
    [{ func: 'getContext' }],
  ])('ignores the message %j', async (message) => {
    const { page, log } = await openPage();
    const before = log.length;
    page.post(message);
    await settle();
    expect(log).toHaveLength(before);
  });

  it('hears nothing any more once it was closed', async () => {
    const { host, page, log } = await openPage();
    host.close();
    const before = log.length;
    page.post({ id: 70, func: 'getContext', args: [] });
    await settle();
    expect(log).toHaveLength(before);
  });
});

it('begins anew when the page is loaded again', async () => {
  const { host, page, validity, log } = await openPage();
  pages.config.registerOnSaveHandler(() => {});
  await pages.config.setConfig(SETTINGS);
  pages.config.setValidityState(true);
  await settle();
  page.post({ id: 0, func: 'initialize', args: ['2.58.0', 4] });
  await settle();
  expect(validity.at(-1)).toBe(false);
  expect(host.changes()).toBeUndefined();
  void host.save();
  expect(log.at(-1)).toMatchObject({ func: 'settings.save', flag: 'no-handler' });
});
