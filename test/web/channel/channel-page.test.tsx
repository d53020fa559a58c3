import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { CONFIGURATION_ID, exampleDelivery, WORKFLOW_URL } from '../examples.ts';
import { createFakeServer, type FakeServer } from '../fake-server.ts';
import { openPage } from '../open-page.tsx';

const ADDRESS = `/channel?id=${CONFIGURATION_ID}`;
const DELIVERIES = 'GET /api/configurations/{id}/deliveries';

function storedServer(): FakeServer {
  const server = createFakeServer();
  server.store({ host: { kind: 'tab' } }, WORKFLOW_URL);
  return server;
}

function open(server: FakeServer) {
  return openPage(ADDRESS, { server, host: { frame: 'content' } });
}

describe('the channel’s page', () => {
  it('shows what the channel gets, where it goes and whether it can', async () => {
    open(storedServer());

    expect(await screen.findByRole('heading', { level: 1, name: 'Release news' })).toBeDefined();
    expect(screen.getByText('Active')).toBeDefined();
    expect(screen.getByText('Task updated')).toBeDefined();
    expect(screen.getByText(/A Workflow in Teams \(default1.*…tuvw\)/)).toBeDefined();
    expect(screen.getByText(/Nothing yet/)).toBeDefined();
  });

  it('says when the channel is told, and the next time', async () => {
    const server = storedServer();
    const schedule = { kind: 'daily', time: '09:00' } as const;
    server.store({ host: { kind: 'tab' }, schedule, timeZone: 'Europe/Paris' }, WORKFLOW_URL);
    open(server);

    expect(await screen.findByText(/as one card every day at 9:00.AM.*Europe\/Paris/)).toBeDefined();
    expect(await screen.findByText(/^Next time: Monday, November 23, 2026 at 9:00.AM\.$/)).toBeDefined();
  });

  it('says why nothing is posted', async () => {
    const server = storedServer();
    server.store({ state: 'broken', stateReason: 'The Workflow was deleted.' }, WORKFLOW_URL);
    open(server);

    expect(await screen.findByText('Cannot post')).toBeDefined();
    expect(screen.getByRole('alert').textContent).toContain('The Workflow was deleted.');
  });

  it('never calls posted what Teams has only accepted', async () => {
    const server = storedServer();
    server.deliveries.push([exampleDelivery({ verdict: 'accepted' })]);
    open(server);

    const row = await screen.findByRole('listitem');
    expect(within(row).getByText('Accepted')).toBeDefined();
    expect(within(row).getByText('Teams took it, but does not say whether it was posted.')).toBeDefined();
    expect(within(row).queryByText(/^Posted/)).toBeNull();
  });

  it('shows Teams’ own words, and when it is tried again', async () => {
    const server = storedServer();
    server.deliveries.push([
      exampleDelivery({
        state: 'waiting',
        verdict: 'try_again',
        words: 'Too Many Requests',
        tries: 2,
        wait: { code: 'retry', until: '2026-11-04T08:05:00.000Z' },
      }),
    ]);
    open(server);

    const row = await screen.findByRole('listitem');
    expect(row.textContent).toContain('Teams answered: Too Many Requests');
    expect(row.textContent).toContain('2 attempts so far');
    expect(row.textContent).toContain('Next attempt:');
  });

  it('says what happened where the outcome alone does not', async () => {
    const server = storedServer();
    server.deliveries.push([exampleDelivery({ state: 'dropped', reason: 'configuration-removed' })]);
    open(server);

    const { textContent } = await screen.findByRole('listitem');
    expect(textContent).toContain('because the connection was removed');
    expect(textContent).not.toContain('Somebody chose');
  });

  it('says in the page’s language why no answer came, and never that Teams said so', async () => {
    const server = storedServer();
    const { words: _said, ...silent } = exampleDelivery({ state: 'waiting', verdict: 'try_again', tries: 1 });
    server.deliveries.push([{ ...silent, noAnswer: 'too-slow' }]);
    openPage(ADDRESS, { server, host: { frame: 'content', context: { locale: 'fr-FR' } } });

    const { textContent } = await screen.findByRole('listitem');
    expect(textContent).toContain('Aucune réponse n’est arrivée à temps.');
    expect(textContent).not.toContain('Réponse de Teams');
  });

  it('reads anew when asked, and says so to screen readers', async () => {
    const server = storedServer();
    const { user } = open(server);
    await screen.findByText(/Nothing yet/);
    server.deliveries.push([exampleDelivery()]);
    await user.click(screen.getByRole('button', { name: 'Refresh' }));

    expect(await screen.findByText('Buy milk')).toBeDefined();
    expect(screen.getByText('Refreshed: one event is shown.')).toBeDefined();
  });

  it('goes further back when asked', async () => {
    const server = storedServer();
    const older = { ...exampleDelivery().event, title: 'Buy bread' };
    server.deliveries.push([exampleDelivery()], [exampleDelivery({ id: '0', event: older })]);
    const { user } = open(server);
    await user.click(await screen.findByRole('button', { name: 'Show older ones' }));

    expect(await screen.findByText('Buy bread')).toBeDefined();
    expect(screen.getByText('Buy milk')).toBeDefined();
    expect(screen.queryByRole('button', { name: 'Show older ones' })).toBeNull();
  });

  it('keeps what it shows when reading anew fails, and can be tried again', async () => {
    const server = storedServer();
    server.deliveries.push([exampleDelivery()]);
    const { user } = open(server);
    await screen.findByText('Buy milk');
    server.trouble(DELIVERIES, 'unreachable');
    await user.click(screen.getByRole('button', { name: 'Refresh' }));

    expect((await screen.findByRole('alert')).textContent).toContain('The server cannot be reached.');
    expect(screen.getByText('Buy milk')).toBeDefined();
    await user.click(screen.getByRole('button', { name: 'Try again' }));
    await waitFor(() => expect(screen.queryByRole('alert')).toBeNull());
  });

  it('says so when it was removed while the page was open', async () => {
    const server = storedServer();
    const { user } = open(server);
    await screen.findByText('Active');
    server.store({ state: 'removed' });
    await user.click(screen.getByRole('button', { name: 'Refresh' }));
    expect(await screen.findByText('Removed')).toBeDefined();
  });

  it('says so when nothing is set up for the tab', async () => {
    open(createFakeServer());
    expect(await screen.findByText('Nothing is set up for this tab')).toBeDefined();
  });
});
