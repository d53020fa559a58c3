import { screen, waitFor, within } from '@testing-library/react';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { exampleDelivered, exampleOperated, OPERATE_KEY } from '../fake-operate.ts';
import { createFakeServer, type FakeServer } from '../fake-server.ts';
import { openOperate } from './open-operate.tsx';

let server: FakeServer;
beforeEach(() => {
  sessionStorage.setItem('cardwire-operate-key', OPERATE_KEY);
  server = createFakeServer();
});
const open = (place = '', language = 'en-US') => openOperate(place, { server, language });

describe('the overview', () => {
  it('shows how things stand, and warns of what broken channels will lose', async () => {
    open();
    await screen.findByText('Broken channels lose events soon');
    screen.getByText(/90 % or more: 1; 50 % or more: 1/);
    screen.getByText(/2 hours/);
    expect(screen.getByRole('link', { name: '2 broken' }).getAttribute('href')).toBe(
      '#configurations?state=broken',
    );
  });

  it('draws what was posted, says it in words, and has all numbers as a table', async () => {
    const { user } = open();
    await screen.findByRole('img', {
      name: /Attempts, each minute\. Last hour: 1,950 attempts\./,
    });
    await user.click(screen.getByRole('button', { name: 'Show as a table: Attempts, each minute' }));
    const table = screen.getByRole('table', { name: 'Attempts, each minute' });
    expect(within(table).getAllByRole('row').length).toBe(61);
    within(table).getByRole('columnheader', { name: 'To be tried again' });
  });

  it('keeps what it shows when it cannot be read anew, and says so', async () => {
    vi.useFakeTimers({ shouldAdvanceTime: true });
    open();
    await screen.findByText(/2 hours/);
    server.trouble('GET /api/operate/overview', 'unreachable', { times: 100 });
    await vi.advanceTimersByTimeAsync(10_000);
    await screen.findByText(/these are the last ones/);
    screen.getByText(/2 hours/);
  });
});

describe('configurations', () => {
  it('are searched and narrowed, which the address keeps', async () => {
    server.operate.configurations = [
      exampleOperated(),
      exampleOperated({
        id: 'x'.repeat(22),
        name: 'Sales',
        state: 'broken',
        stateReason: 'HTTP 410',
        usedShare: 0.93,
      }),
    ];
    const { user } = open('#configurations');
    await screen.findByRole('heading', { name: 'Builds' });
    await user.selectOptions(screen.getByLabelText('State'), 'Broken');
    await waitFor(() => expect(screen.queryByRole('heading', { name: 'Builds' })).toBeNull());
    await screen.findByText('93 % of the time until they expire is used.');
    expect(window.location.hash).toBe('#configurations?state=broken');
    await user.type(screen.getByLabelText('Search by name, channel, id or organisation'), 'nobody');
    await screen.findByText('No configuration is like this.');
  });

  it('are searched by organisation, which is a whole id', async () => {
    server.operate.configurations = [exampleOperated()];
    const { user } = open('#configurations');
    await user.click(await screen.findByRole('link', { name: /^Organisation/ }));
    const { tenantId } = exampleOperated();
    await waitFor(() => expect(server.operate.asked).toContain(`?tenant=${tenantId}`));
    screen.getByDisplayValue(tenantId);
  });

  it('come page by page', async () => {
    server.operate.pageSize = 2;
    server.operate.configurations = [1, 2, 3].map((n) =>
      exampleOperated({ id: `${n}`, name: `Number ${n}` }),
    );
    const { user } = open('#configurations');
    await user.click(await screen.findByRole('button', { name: 'Show more' }));
    await screen.findByRole('heading', { name: 'Number 3' });
    expect(screen.getAllByRole('heading', { level: 3 }).length).toBe(3);
    expect(screen.queryByRole('button', { name: 'Show more' })).toBeNull();
  });

  it('lead to their deliveries, and tell why an event did not come', async () => {
    server.operate.configurations = [exampleOperated()];
    const { user } = open('#configurations');
    await user.click(await screen.findByRole('button', { name: /Why did an event not come/ }));
    await user.type(screen.getByLabelText(/Source of the event/), 'https://tasks.example');
    await user.type(screen.getByLabelText(/Its id/), '9');
    await user.click(screen.getByRole('button', { name: 'Ask' }));
    await screen.findByText('It is not known any more.');
    await user.click(screen.getByRole('link', { name: 'Failures: Builds' }));
    expect(document.activeElement).toBe(await screen.findByRole('region', { name: 'Deliveries' }));
  });
});

describe('deliveries', () => {
  it('that failed are delivered again: one, several, or all of a channel', async () => {
    server.operate.deliveries = ['1', '2', '3', '4'].map((id) =>
      exampleDelivered({ id, event: { ...exampleDelivered().event, title: `Cake ${id}` } }),
    );
    const { user } = open(`#deliveries?configuration=${exampleOperated().id}`);
    await user.click(await screen.findByRole('button', { name: 'Deliver again: Cake 1' }));
    await screen.findByText('One delivery waits again.');
    await user.click(screen.getByRole('checkbox', { name: 'Choose: Cake 2' }));
    await user.click(screen.getByRole('checkbox', { name: 'Choose: Cake 3' }));
    await user.click(screen.getByRole('button', { name: 'Deliver chosen ones again' }));
    await screen.findByText('2 deliveries wait again.');
    expect(server.lastBody('POST /api/operate/replay')).toEqual({ deliveries: ['2', '3'] });
    await user.click(screen.getByRole('button', { name: 'Deliver all that failed again' }));
    await waitFor(() =>
      expect(server.operate.deliveries.every(({ state }) => state === 'waiting')).toBe(true),
    );
  });

  it('that were sent come twice, which is said before', async () => {
    server.operate.deliveries = [exampleDelivered({ state: 'sent', verdict: 'accepted' })];
    const { user } = open('#deliveries');
    await user.click(await screen.findByRole('checkbox', { name: /Choose/ }));
    screen.getByText(/What was sent before comes a second time/);
  });

  it('tell their story', async () => {
    server.operate.deliveries = [exampleDelivered()];
    const { user } = open('#deliveries');
    await user.click(await screen.findByRole('button', { name: /What became of it/ }));
    await screen.findByText('It came.');
  });
});

describe('keys', () => {
  it('are made, and shown until one says that one has kept them', async () => {
    const { user } = open('#keys');
    await user.click(await screen.findByRole('button', { name: 'Make a key' }));
    await user.type(screen.getByLabelText(/^Name/), 'CI');
    await user.click(screen.getByRole('button', { name: 'Make the key' }));
    await screen.findByDisplayValue(/^cw_shown-once/);
    expect(server.lastBody('POST /api/operate/keys')).toEqual({ name: 'CI', scopes: ['events'] });
    await user.keyboard('{Escape}');
    await user.click(screen.getByRole('button', { name: 'I have kept it' }));
    expect(screen.queryByDisplayValue(/^cw_/)).toBeNull();
    expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Make a key' }));
    await screen.findByRole('heading', { name: 'CI' });
  });

  it('are revoked after a second question; with one’s own one is signed out', async () => {
    const { user } = open('#keys');
    await user.click(await screen.findByRole('button', { name: 'Revoke Zoë' }));
    screen.getByText(/you will be signed out/);
    await user.click(screen.getByRole('button', { name: 'Keep it' }));
    expect(server.operate.keys[0]?.revokedAt).toBeUndefined();
    await user.click(screen.getByRole('button', { name: 'Revoke Zoë' }));
    await user.click(screen.getByRole('button', { name: 'Revoke' }));
    await screen.findByLabelText('Key');
  });
});

it('the trail says who did what', async () => {
  server.operate.audit = [
    {
      id: '1',
      at: '2026-11-21T09:30:00Z',
      by: 'key_1',
      byName: 'Night shift',
      action: 'replayed',
      details: { replayed: 3 },
    },
    { id: '2', at: '2026-11-21T09:30:00Z', by: 'command line', action: 'erased', details: {} },
  ];
  open('#trail');
  await screen.findByText('Night shift');
  screen.getByText('The command line');
});

it('event types lead to their deliveries', async () => {
  open('#types');
  expect((await screen.findByRole('link', { name: /Events, 214/ })).getAttribute('href')).toBe(
    '#deliveries?type=task.created',
  );
});

it('speaks French', async () => {
  open('', 'fr-FR');
  await screen.findByText('Des canaux en panne perdront bientôt des événements');
  expect(document.title).toBe('Exploitation');
});
