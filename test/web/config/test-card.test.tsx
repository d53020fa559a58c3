import { screen, waitFor } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import type { Configuration } from '../../../server/configurations/schema.ts';
import { CONFIGURATION_ID, CONNECTOR_URL, WORKFLOW_URL } from '../examples.ts';
import { createFakeServer } from '../fake-server.ts';
import { openPage } from '../open-page.tsx';

/** An edit of what posts to this address, in a tab. */
async function openEdit(part: Partial<Configuration> = {}, url = WORKFLOW_URL) {
  const server = createFakeServer();
  server.store({ host: { kind: 'tab' }, ...part }, url);
  const opened = openPage('/config?host=tab', { server, host: { config: { entityId: CONFIGURATION_ID } } });
  await screen.findByRole('textbox', { name: 'Name' });
  return opened;
}

describe('a test card', () => {
  it('is sent when asked, and the page says what came of it', async () => {
    const { server, user } = await openEdit();
    await user.click(await screen.findByRole('button', { name: 'Send a test card' }));
    expect(await screen.findByText(/Teams took the test card/)).toBeDefined();
    expect(server.tested).toEqual([WORKFLOW_URL]);
    expect(server.lastBody('POST /api/configurations/{id}/test')).toEqual({});
  });

  it('tries an address that was pasted, before it is saved', async () => {
    const { server, user } = await openEdit();
    await user.click(screen.getByRole('textbox', { name: 'Address of the Workflow' }));
    await user.paste(`${WORKFLOW_URL}xyz`);
    server.tests.push({ verdict: 'dead', status: 401, words: 'DirectApiAuthorizationRequired' });
    await user.click(await screen.findByRole('button', { name: /Send a test card to .*wxyz/ }));

    expect((await screen.findByRole('alert')).textContent).toBe(
      'The test card did not arriveTeams answered 401: this address does not let us post. Its own words: “DirectApiAuthorizationRequired”. In the Workflow’s trigger, let anyone post. Then try again.',
    );
    expect(server.tested).toEqual([`${WORKFLOW_URL}xyz`]);
    expect(server.urls.get(CONFIGURATION_ID)).toBe(WORKFLOW_URL);
  });

  it('that arrives takes away the notice that nothing can be posted', async () => {
    const { server, user } = await openEdit({ state: 'broken', stateReason: 'WorkflowNotFound.' });
    expect(screen.getByText('Nothing can be posted at the moment')).toBeDefined();
    server.store({ host: { kind: 'tab' } }, WORKFLOW_URL);
    await user.click(await screen.findByRole('button', { name: 'Send a test card' }));
    await waitFor(() => expect(screen.queryByText('Nothing can be posted at the moment')).toBeNull());
  });

  it.each([
    ['unreachable', 'The server cannot be reached.'],
    [{ code: 'test-too-soon' }, 'There were several test cards in the last minute.'],
  ] as const)('says why it was not sent: %j', async (trouble, words) => {
    const { server, user } = await openEdit();
    server.trouble('POST /api/configurations/{id}/test', trouble);
    await user.click(await screen.findByRole('button', { name: 'Send a test card' }));
    expect((await screen.findByRole('alert')).textContent).toContain(words);
  });
});

describe('before anything is saved', () => {
  it('a pasted address can be tried, and nothing is stored', async () => {
    const { server, user } = openPage('/config?host=tab');
    await user.click(await screen.findByRole('textbox', { name: 'Address of the Workflow' }));
    expect(screen.queryByRole('button', { name: /^Send a test card/ })).toBeNull();
    await user.paste(WORKFLOW_URL);
    await user.click(await screen.findByRole('button', { name: /^Send a test card to .*tuvw/ }));
    expect(await screen.findByText(/Teams took the test card/)).toBeDefined();
    expect(server.lastBody('POST /api/destinations/test')).toEqual({ url: WORKFLOW_URL, language: 'en' });
    expect(server.configurations.size).toBe(0);
  });

  it('so can the one that a connector dialog gives', async () => {
    const { server, user } = openPage('/config?host=connector', {
      host: { config: { webhookUrl: CONNECTOR_URL, appType: 'Teams' } },
    });
    await user.click(await screen.findByRole('button', { name: 'Send a test card' }));
    expect(await screen.findByText(/it is in the channel/)).toBeDefined();
    expect(server.tested).toEqual([CONNECTOR_URL]);
  });
});

describe('an address of a retired kind', () => {
  it('is pointed out with the day and the steps to another, in a tab', async () => {
    await openEdit({}, CONNECTOR_URL);
    expect(screen.getByText('Microsoft shut down connectors in Teams on May 22, 2026')).toBeDefined();
    expect(screen.getByText(/choose Workflows/).closest('details')?.open).toBe(true);
  });

  it.each([
    ['Teams', true],
    ['Mail', false],
    ['groups', false],
  ])('in the connector dialog of %s: %s', async (appType, told) => {
    const server = createFakeServer();
    server.store({}, CONNECTOR_URL);
    const config = { entityId: CONFIGURATION_ID, webhookUrl: CONNECTOR_URL, appType };
    openPage('/config?host=connector', { server, host: { config } });
    await screen.findByRole('textbox', { name: 'Name' });
    expect(screen.queryByText(/shut down connectors in Teams on/) !== null).toBe(told);
    expect(screen.queryByText('Remove this connector.') !== null).toBe(told);
  });
});
