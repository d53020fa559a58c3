import { screen, waitFor, within } from '@testing-library/react';
import { beforeEach, describe, expect, it } from 'vitest';
import { CONNECTOR_URL } from '../../examples.ts';
import { createFakeServer, type FakeServer } from '../../fake-server.ts';
import { openPage } from '../../open-page.tsx';
import { offerFields } from '../filter/offer-with-fields.ts';

beforeEach(() => window.localStorage.clear());

const BACKTEST = 'POST /api/backtest';
const PREVIEW = 'POST /api/preview';

async function open(
  prepare: (server: FakeServer) => void = () => undefined,
  address = '/config?host=connector',
) {
  const server = offerFields(createFakeServer());
  prepare(server);
  const host = { config: { webhookUrl: CONNECTOR_URL, appType: 'Teams' } };
  const page = openPage(address, address.includes('host=tab') ? { server } : { server, host });
  await screen.findByRole('heading', { name: 'How the cards look' });
  await screen.findByRole('heading', { name: 'Filters' });
  const outcome = (text: string | RegExp) => screen.findByText(text, { selector: '[role=status]' });
  return { ...page, server, outcome };
}

describe('the backtest', () => {
  it('says what the choice would have brought, and what a filter changes', async () => {
    const { user, outcome, server } = await open();
    await outcome('34 cards in the last 7 days.');
    await user.click(screen.getByRole('switch', { name: 'Mute bots' }));
    await outcome('17 cards in the last 7 days instead of 34.');
    expect(server.lastBody(BACKTEST)).toEqual({
      eventTypes: ['task.created'],
      filter: { match: 'all', conditions: [], except: [{ field: 'bot', operator: 'is', value: true }] },
      language: 'en',
    });
  });

  it('asks once for what comes in one go, and nothing for a condition that lacks its value', async () => {
    const { user, outcome, server } = await open();
    await outcome('34 cards in the last 7 days.');
    await user.click(screen.getByRole('button', { name: 'Add a condition to “Only when”' }));
    const row = within(screen.getByRole('group', { name: 'Only when, 1' }));
    await user.selectOptions(row.getByRole('combobox', { name: 'What' }), 'Repository');
    const before = server.asides.filter((call) => call === BACKTEST).length;
    await user.click(row.getByRole('combobox', { name: 'Value' }));
    await user.paste('octo/hello');
    await outcome('17 cards in the last 7 days instead of 34.');
    expect(server.asides.filter((call) => call === BACKTEST).length).toBe(before + 1);
  });

  it('opens the newest as a card, and the others on a click', async () => {
    const { user } = await open();
    expect(await screen.findByText('Card no. 100')).toBeDefined();
    const [first, second] = screen.getAllByRole('button', { name: /^Task number/ });
    expect(first?.getAttribute('aria-expanded')).toBe('true');
    await user.click(second as HTMLElement);
    expect(await screen.findByText('Card no. 99')).toBeDefined();
    expect(screen.queryByText('Card no. 100')).toBeNull();
    await user.click(second as HTMLElement);
    await waitFor(() => expect(screen.queryByText('Card no. 99')).toBeNull());
    expect(screen.queryByText('Card no. 100')).toBeNull();
  });

  it('shows a made-up card while nothing came', async () => {
    const { outcome, server } = await open(({ lookback }) => {
      lookback.backtest = () => ({ days: 7, came: 0, atLeast: false, tried: 0, passed: 0, samples: [] });
    });
    await outcome('None of the chosen events came in the last 7 days.');
    expect(await screen.findByText('A made-up task')).toBeDefined();
    expect(screen.getByText('An example that is made up:')).toBeDefined();
    expect(server.lastBody(PREVIEW)).toMatchObject({
      eventType: 'task.created',
      kind: 'connector',
      language: 'en',
    });
  });

  it('draws the card for the kind of webhook that the channel has', async () => {
    const { user, server } = await open(undefined, '/config?host=tab');
    await screen.findByText('Card no. 100');
    expect(server.lastBody(PREVIEW)).toMatchObject({ kind: 'workflow' });
    await user.click(screen.getByRole('textbox', { name: 'Address of the Workflow' }));
    await user.paste(CONNECTOR_URL);
    await waitFor(() => expect(server.lastBody(PREVIEW)).toMatchObject({ kind: 'connector' }));
  });

  it('draws the card with the links of a channel that is set up', async () => {
    const server = offerFields(createFakeServer());
    const { id } = server.store({}, CONNECTOR_URL);
    const config = { webhookUrl: CONNECTOR_URL, appType: 'Teams', entityId: id };
    openPage('/config?host=connector', { server, host: { config } });
    await screen.findByText('Card no. 100');
    expect(server.lastBody(PREVIEW)).toMatchObject({ event: '100', configuration: id });
  });

  it('asks for nothing while no event is chosen', async () => {
    const { user, outcome } = await open();
    await outcome('34 cards in the last 7 days.');
    await user.click(screen.getByRole('checkbox', { name: 'Task created' }));
    await outcome('Choose an event to see what it would have brought.');
    expect(screen.queryByRole('button', { name: /^Task number/ })).toBeNull();
  });
});

describe('when the server does not answer', () => {
  it('the form can be saved all the same, and the question repeated', async () => {
    const { user, host, outcome, server } = await open((prepared) => {
      prepared.trouble(BACKTEST, 'unreachable');
      prepared.trouble('GET /api/activity', { code: 'unavailable' });
    });
    await outcome(/cannot be shown right now. You can save all the same/);
    host.pressSave();
    await waitFor(() => expect(host.answers).toEqual([{ ok: true }]));
    await user.click(screen.getByRole('button', { name: 'Try again' }));
    await outcome('34 cards in the last 7 days.');
    expect(server.configurations.size).toBe(1);
  });

  it('a card that cannot be drawn says so', async () => {
    await open((server) => server.trouble(PREVIEW, { code: 'event-not-found' }, { times: 9 }));
    expect(await screen.findByText('The card cannot be shown right now.')).toBeDefined();
  });

  it('an answer that comes too late is of no account', async () => {
    const { user, outcome, server } = await open((prepared) => prepared.trouble(BACKTEST, 'silent'));
    await waitFor(() => expect(server.asides).toContain(BACKTEST));
    await user.click(screen.getByRole('switch', { name: 'Mute bots' }));
    await outcome('17 cards in the last 7 days instead of 34.');
  });
});
