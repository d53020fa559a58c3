import { screen, waitFor } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { CONFIGURATION_ID, CONNECTOR_URL, WORKFLOW_URL } from '../examples.ts';
import { createFakeServer } from '../fake-server.ts';
import { type OpenedPage, openPage } from '../open-page.tsx';

const CONNECTOR = { webhookUrl: CONNECTOR_URL, appType: 'Teams' };
const GONE = { verdict: 'dead', status: 410, words: 'Connector configuration not found' } as const;

/** A connector dialog in which something new can be saved. */
async function openNew(): Promise<OpenedPage> {
  const opened = openPage('/config?host=connector', { host: { config: CONNECTOR } });
  await waitFor(() => expect(opened.host.valid()).toBe(true));
  return opened;
}

/** A tab whose address is to be replaced by this one. */
async function openSwap(address: string): Promise<OpenedPage> {
  const server = createFakeServer();
  server.store({ host: { kind: 'tab' } }, WORKFLOW_URL);
  const host = { config: { entityId: CONFIGURATION_ID } };
  const opened = openPage('/config?host=tab', { server, host });
  await opened.user.click(await screen.findByRole('textbox', { name: 'Address of the Workflow' }));
  await opened.user.paste(address);
  await screen.findByText(/A Workflow in Teams: .*…wxyz/);
  await waitFor(() => expect(opened.host.valid()).toBe(true));
  return opened;
}

/** Presses Save; what the host was told. */
async function save({ host }: OpenedPage): Promise<string> {
  const before = host.answers.length;
  host.pressSave();
  await waitFor(() => expect(host.answers).toHaveLength(before + 1));
  const answer = host.answers.at(-1);
  return answer?.ok === false ? String(answer.reason) : 'saved';
}

describe('a save', () => {
  it('is told to have succeeded only after the channel took a card', async () => {
    const opened = await openNew();
    expect(await save(opened)).toBe('saved');
    expect(opened.server.tested).toEqual([CONNECTOR_URL]);
  });

  it('pressed again posts no second card', async () => {
    const opened = await openNew();
    await save(opened);
    expect(await save(opened)).toBe('saved');
    expect(opened.server.tested).toHaveLength(1);
  });

  it('fails with the words of Teams and what to do, and leaves nothing behind that posts', async () => {
    const opened = await openNew();
    opened.server.tests.push(GONE);

    expect(await save(opened)).toBe(
      'Teams answered 410: this address was removed. Its own words: “Connector configuration not found”. Nothing was set up. Microsoft shut down connectors in Teams in May 2026. Add this app to the channel as a tab instead, with the address of a Workflow.',
    );
    expect(opened.server.urls.size).toBe(0);
    expect([...opened.server.configurations.values()].map(({ state }) => state)).toEqual(['removed']);
    expect(await save(opened)).toBe('saved');
  });

  it('says that nothing answered at the address', async () => {
    const opened = await openNew();
    opened.server.tests.push({ verdict: 'try_again', noAnswer: 'too-slow' });
    expect(await save(opened)).toBe(
      'The address gave no answer. No answer came in time. Nothing was set up. Wait a minute, then try again.',
    );
  });
});

describe('a save of a channel that nothing can be posted to', () => {
  async function openBroken(): Promise<OpenedPage> {
    const server = createFakeServer();
    server.store({ host: { kind: 'tab' }, state: 'broken', stateReason: 'HTTP 410' }, WORKFLOW_URL);
    const opened = openPage('/config?host=tab', { server, host: { config: { entityId: CONFIGURATION_ID } } });
    await opened.user.type(await screen.findByRole('textbox', { name: 'Name' }), '!');
    await waitFor(() => expect(opened.host.valid()).toBe(true));
    return opened;
  }

  it('is refused with what its address answers, and changes nothing', async () => {
    const opened = await openBroken();
    opened.server.tests.push({ verdict: 'dead', status: 404, words: 'WorkflowNotFound' });
    expect(await save(opened)).toMatch(
      /^Teams answered 404: this address was removed\..* Everything is as it was before\./,
    );
    expect(opened.server.tested).toEqual([WORKFLOW_URL]);
    expect(opened.server.configurations.get(CONFIGURATION_ID)?.name).toBe('Release news');
  });

  it('succeeds when the address takes cards again', async () => {
    const opened = await openBroken();
    expect(await save(opened)).toBe('saved');
    expect(opened.server.tested).toEqual([WORKFLOW_URL]);
    expect(opened.server.configurations.get(CONFIGURATION_ID)?.name).toBe('Release news!');
  });
});

describe('swapping the address', () => {
  it('sets the new one after it took a card', async () => {
    const opened = await openSwap(`${WORKFLOW_URL}xyz`);
    expect(await save(opened)).toBe('saved');
    expect(opened.server.tested).toEqual([`${WORKFLOW_URL}xyz`]);
    expect(opened.server.urls.get(CONFIGURATION_ID)).toBe(`${WORKFLOW_URL}xyz`);
  });

  it('keeps the old one when the new one takes no card', async () => {
    const opened = await openSwap(`${WORKFLOW_URL}xyz`);
    opened.server.tests.push({ verdict: 'dead', status: 404, words: 'WorkflowNotFound' });
    expect(await save(opened)).toBe(
      'Teams answered 404: this address was removed. Its own words: “WorkflowNotFound”. Everything is as it was before. Make a new Workflow in the channel, copy its address and paste it here.',
    );
    expect(opened.server.urls.get(CONFIGURATION_ID)).toBe(WORKFLOW_URL);
  });
});
