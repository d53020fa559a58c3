import { pages, settings as settingsV1 } from '@microsoft/teams-js';
import { describe, expect, it, vi } from 'vitest';
import { openPage, PAGE_ORIGIN, settle } from './open-host.ts';

const WEBHOOK = { webhookUrl: 'https://hook.example/', appType: 'teams', userObjectId: 'person' };
const SETTINGS = { entityId: 'one', contentUrl: `${PAGE_ORIGIN}/channel`, suggestedDisplayName: 'Builds' };

describe('settings', () => {
  it('hold nothing but the host’s own before the page has set any', async () => {
    await openPage({ owned: WEBHOOK });
    expect(await pages.getConfig()).toEqual(WEBHOOK);
  });

  it('are empty in a new tab', async () => {
    await openPage({ kind: 'tab' });
    expect(await pages.getConfig()).toEqual({});
  });

  it('come back as the page set them, with a connector’s name and webhook added', async () => {
    const { host } = await openPage({ owned: WEBHOOK });
    await pages.config.setConfig({
      ...SETTINGS,
      webhookUrl: 'https://forged.example/',
    } as pages.InstanceConfig);
    expect(await pages.getConfig()).toEqual({ ...SETTINGS, ...WEBHOOK, configName: 'Builds' });
    expect(host.changes()).toMatchObject(SETTINGS);
  });

  it('are those that were stored when something is edited', async () => {
    await openPage({ kind: 'tab', stored: SETTINGS });
    expect(await pages.getConfig()).toEqual(SETTINGS);
  });

  it.each([
    ['a tab has no contentUrl', { entityId: 'one' }, 'contentUrl is missing.'],
    ['an address is relative', { contentUrl: '/channel' }, 'contentUrl must be an http(s) address.'],
    [
      'an address is a script',
      { ...SETTINGS, removeUrl: 'javascript:alert(1)' },
      'removeUrl must be an http(s) address.',
    ],
  ])('are refused when %s', async (_what, settings, reason) => {
    const { host } = await openPage({ kind: 'tab' });
    await expect(pages.config.setConfig(settings as pages.InstanceConfig)).rejects.toThrow(reason);
    expect(host.changes()).toBeUndefined();
  });

  it('work under the names of the SDK’s first version, too', async () => {
    const { validity } = await openPage({ owned: WEBHOOK });
    const set = vi.fn();
    settingsV1.setSettings(SETTINGS, set);
    const got = vi.fn();
    settingsV1.getSettings(got);
    settingsV1.setValidityState(true);
    await settle();
    expect(set).toHaveBeenCalledWith(true);
    expect(got).toHaveBeenCalledWith({ ...SETTINGS, ...WEBHOOK, configName: 'Builds' });
    expect(validity.at(-1)).toBe(true);
  });
});
