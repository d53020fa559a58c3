import { pages } from '@microsoft/teams-js';
import { describe, expect, it, vi } from 'vitest';
import {
  CONNECTOR_REMOVE_LIMIT_MS,
  SAVE_LIMIT_MS,
  TAB_REMOVE_LIMIT_MS,
} from '../../../../web/sandbox/host/teams-host.ts';
import { openHost, openPage, PAGE_ORIGIN, settle } from './open-host.ts';

const WEBHOOK = { webhookUrl: 'https://hook.example/', appType: 'teams', userObjectId: 'person' };
const SETTINGS = { entityId: 'one', contentUrl: `${PAGE_ORIGIN}/channel`, suggestedDisplayName: 'Builds' };

describe('Save', () => {
  it('is enabled and disabled by the page', async () => {
    const { validity } = await openPage();
    expect(validity).toEqual([false]);
    pages.config.setValidityState(true);
    pages.config.setValidityState(false);
    await settle();
    expect(validity).toEqual([false, true, false]);
  });

  it('hands the webhook to the page and waits for its success', async () => {
    const { host } = await openPage({ owned: WEBHOOK });
    const given: unknown[] = [];
    pages.config.registerOnSaveHandler((event) => {
      given.push(event.result);
      void pages.config.setConfig(SETTINGS).then(() => event.notifySuccess());
    });
    await settle();
    expect(await host.save()).toEqual({ kind: 'success' });
    expect(given).toEqual([{ webhookUrl: WEBHOOK.webhookUrl }]);
  });

  it('passes on why the page could not save', async () => {
    const { host } = await openPage();
    pages.config.registerOnSaveHandler((event) => event.notifyFailure('the server is down'));
    await settle();
    expect(await host.save()).toEqual({ kind: 'failure', reason: 'the server is down' });
  });

  it('gives up after 30 seconds, and can be pressed again', async () => {
    vi.useFakeTimers();
    const { host } = await openPage();
    let answer = () => {};
    pages.config.registerOnSaveHandler((event) => {
      answer = () => event.notifySuccess();
    });
    await settle();
    const first = host.save();
    await vi.advanceTimersByTimeAsync(SAVE_LIMIT_MS - 1);
    const early = vi.fn();
    void first.then(early);
    await settle();
    expect(early).not.toHaveBeenCalled();
    await vi.advanceTimersByTimeAsync(1);
    expect(await first).toEqual({ kind: 'late' });

    const second = host.save();
    await settle();
    answer();
    expect(await second).toEqual({ kind: 'success' });
    expect(vi.getTimerCount()).toBe(0);
  });

  it('takes an answer that nobody waits for as if it had not come', async () => {
    const { host, page } = await openPage();
    page.post({ id: 90, func: 'settings.save.success', args: [] });
    await settle();
    pages.config.registerOnSaveHandler((event) => event.notifyFailure('no'));
    await settle();
    expect(await host.save()).toEqual({ kind: 'failure', reason: 'no' });
  });

  it('ends with the dialog', async () => {
    const { host } = await openPage();
    pages.config.registerOnSaveHandler(() => {});
    const saving = host.save();
    host.close();
    expect(await saving).toEqual({ kind: 'closed' });
  });
});

describe('Remove', () => {
  it.each([
    ['connector', 'settings', CONNECTOR_REMOVE_LIMIT_MS],
    ['tab', 'remove', TAB_REMOVE_LIMIT_MS],
  ] as const)('of a %s asks the page in its %s frame and gives up in time', async (kind, frame, limitMs) => {
    vi.useFakeTimers();
    const { host } = await openPage({ kind, frameContext: frame });
    const asked = vi.fn();
    pages.config.registerOnRemoveHandler(asked);
    await settle();
    const removing = host.remove();
    await vi.advanceTimersByTimeAsync(limitMs);
    expect(await removing).toEqual({ kind: 'late' });
    expect(asked).toHaveBeenCalledOnce();
  });

  it.each([
    ['success', (event: pages.config.RemoveEvent) => event.notifySuccess(), { kind: 'success' }],
    [
      'failure',
      (event: pages.config.RemoveEvent) => event.notifyFailure('still needed'),
      { kind: 'failure', reason: 'still needed' },
    ],
  ])('passes on a %s', async (_what, handler, reply) => {
    const { host } = await openPage();
    pages.config.registerOnRemoveHandler(handler);
    await settle();
    expect(await host.remove()).toEqual(reply);
  });

  it('asks nobody when the page has not started', async () => {
    const { host, page } = openHost();
    expect(await host.remove()).toEqual({ kind: 'absent' });
    expect(page.received).toEqual([]);
  });
});
