import { app, pages } from '@microsoft/teams-js';
import { expect, it, vi } from 'vitest';
import { LATE_ANSWER_MS, type Quirk } from '../../../../web/sandbox/host/quirks.ts';
import { openHost, openPage, PAGE_ORIGIN, settle } from './open-host.ts';

const WEBHOOK = { webhookUrl: 'https://hook.example/', appType: 'teams', userObjectId: 'person' };
const SETTINGS = { entityId: 'one', contentUrl: `${PAGE_ORIGIN}/channel`, suggestedDisplayName: 'Builds' };

const withQuirk = (...quirks: Quirk[]) => ({ quirks: new Set(quirks), owned: WEBHOOK });

it('url-changes: gives another webhook once the page has set its settings', async () => {
  const { host } = await openPage(withQuirk('url-changes'));
  expect(await pages.getConfig()).toMatchObject({ webhookUrl: WEBHOOK.webhookUrl });
  await pages.config.setConfig(SETTINGS);
  expect(await pages.getConfig()).toMatchObject({ webhookUrl: 'https://hook.example/renewed' });
  expect(host.changes()).toEqual(SETTINGS);
});

it('url-changes: has nothing to change in a tab, and refuses when no webhook could be made', async () => {
  const renewWebhook = vi.fn(async () => {
    throw new Error('no server');
  });
  await openPage({ ...withQuirk('url-changes'), kind: 'tab', owned: {}, renewWebhook });
  await pages.config.setConfig(SETTINGS);
  expect(renewWebhook).not.toHaveBeenCalled();
});

it('names-missing: leaves out the names of settings and places', async () => {
  await openPage({ ...withQuirk('names-missing'), stored: SETTINGS });
  const { suggestedDisplayName: _name, ...rest } = SETTINGS;
  expect(await pages.getConfig()).toEqual({ ...rest, ...WEBHOOK, configName: null });
  const context = await app.getContext();
  expect(context.channel).toMatchObject({ id: 'channel' });
  expect([context.channel?.displayName, context.team?.displayName]).toEqual([undefined, undefined]);
});

it('settings-refused: says no, and keeps nothing', async () => {
  const { host } = await openPage(withQuirk('settings-refused'));
  await expect(pages.config.setConfig(SETTINGS)).rejects.toThrow('The host refuses these settings.');
  expect(host.changes()).toBeUndefined();
});

it('settings-unanswered: answers all but setSettings', async () => {
  const { log, page } = await openPage(withQuirk('settings-unanswered'));
  page.received.length = 0;
  page.post({ id: 40, func: 'settings.setSettings', args: [SETTINGS] });
  await settle();
  expect(page.received).toEqual([]);
  expect(log.at(-1)).toMatchObject({ func: 'settings.setSettings', args: [true], flag: 'held-back' });
  expect(await pages.getConfig()).toMatchObject({ entityId: 'one' });
});

it('answers-late: answers after a while, but not to a page that was loaded anew meanwhile', async () => {
  vi.useFakeTimers();
  const { page, log } = openHost(withQuirk('answers-late'));
  page.post({ id: 0, func: 'initialize', args: ['2.58.0', 4] });
  page.post({ id: 1, func: 'settings.getSettings', args: [] });
  await vi.advanceTimersByTimeAsync(LATE_ANSWER_MS - 1);
  expect(page.received).toEqual([]);
  page.post({ id: 2, func: 'getContext', args: [] });
  await settle();
  await vi.advanceTimersByTimeAsync(1);
  expect(page.received).toHaveLength(2);
  expect(log.at(-1)).toMatchObject({ kind: 'answer', flag: 'quirk' });
  page.post({ id: 0, func: 'initialize', args: ['2.58.0', 4] });
  await vi.advanceTimersByTimeAsync(LATE_ANSWER_MS);
  // The context of the page before is not among them.
  expect(page.received.map(({ message }) => (message as { id: number }).id)).toEqual([0, 1, 0]);
});

it('silent: answers nothing, and says so in the log', async () => {
  const { page, log } = openHost(withQuirk('silent'));
  page.post({ id: 0, func: 'initialize', args: ['2.58.0', 4] });
  await settle();
  expect(page.received).toEqual([]);
  expect(log.map(({ func, flag }) => [func, flag])).toEqual([
    ['initialize', undefined],
    ['initialize', 'held-back'],
  ]);
});

it('removal-unasked: removes without a word to the page', async () => {
  const { host, log } = await openPage(withQuirk('removal-unasked'));
  const asked = vi.fn();
  pages.config.registerOnRemoveHandler(asked);
  await settle();
  expect(await host.remove()).toEqual({ kind: 'success' });
  await settle();
  expect(asked).not.toHaveBeenCalled();
  expect(log.at(-1)).toMatchObject({ func: 'settings.remove', flag: 'held-back' });
});
