import { screen, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import type { CameEvent } from '../../../server/configurations/event-schema.ts';
import { offerFields } from '../config/filter/offer-with-fields.ts';
import { CONFIGURATION_ID, exampleDelivery } from '../examples.ts';
import type { FakeServer } from '../fake-server.ts';
import { openChannel } from './open-channel.ts';

const LINK = 'https://git.example/o/r/pull/5';
const came = (part: Partial<CameEvent>): CameEvent => ({
  source: '/git',
  id: 'p5',
  type: 'task.created',
  title: 'Mend the roof',
  time: '2026-11-04T08:00:00.000Z',
  ...part,
});

function openWhy(prepare: (server: FakeServer) => void) {
  const opened = openChannel({}, (server) => {
    server.stories.set('p5', { steps: [{ code: 'type-not-chosen', facts: {}, text: '' }] });
    prepare(server);
  });
  const open = async () => {
    await opened.user.click(await screen.findByRole('button', { name: 'Why did I not get this?' }));
    return screen.findByRole('textbox', { name: 'Link' });
  };
  const look = async (link: string) => {
    await opened.user.type(await open(), `${link}{Enter}`);
  };
  return { ...opened, open, look };
}

describe('“Why did I not get this?”', () => {
  it('tells it at once when a link means one event', async () => {
    const { look } = openWhy((server) => server.came.set(LINK, { items: [came({})] }));
    await look(LINK);
    expect(await screen.findByText('The channel has not chosen this kind.')).toBeDefined();
    expect(screen.getByText('What became of “Mend the roof”')).toBeDefined();
  });

  it('lets one be chosen when a link means several, and says which came here', async () => {
    const items = [came({}), came({ id: 'p6', title: 'Paint it', state: 'sent' })];
    const { look, user } = openWhy((server) => server.came.set(LINK, { items }));
    await look(LINK);
    expect(await screen.findByText('2 events were found.')).toBeDefined();
    expect(screen.getByText('Not for this channel')).toBeDefined();
    expect(screen.getAllByText(/^Task created · /)).toHaveLength(2);
    await user.click(screen.getByRole('button', { name: 'Mend the roof' }));
    expect(await screen.findByText('The channel has not chosen this kind.')).toBeDefined();
    await user.click(screen.getByRole('button', { name: 'Choose another' }));
    expect(screen.getByRole('button', { name: 'Paint it' })).toBeDefined();
  });

  it('lets one be picked among the newest', async () => {
    const { open, user } = openWhy((server) => server.came.set('', { items: [came({})] }));
    await open();
    await user.click(screen.getByRole('button', { name: 'Choose among the newest events' }));
    await user.click(await screen.findByRole('button', { name: 'Mend the roof' }));
    expect(await screen.findByText('The channel has not chosen this kind.')).toBeDefined();
  });

  it.each([
    [{ match: 'all', field: 'branch', operator: 'is', value: 'main' }, 'wants “Branch” is “main”, which'],
    [{ match: 'none', field: 'bot', operator: 'is', value: true }, 'leaves out what has “By a bot” is yes.'],
    [{ match: 'all', field: 'gone', operator: 'is', value: 'x' }, 'wants “gone” is “x”, which'],
  ])('names what a filter asked as filters are made', async (facts, words) => {
    const { look } = openWhy((server) => {
      offerFields(server).came.set(LINK, { items: [came({})] });
      server.stories.set('p5', { steps: [{ code: 'filter-not-passed', facts, text: '' }] });
    });
    await look(LINK);
    expect(await screen.findByText(new RegExp(words))).toBeDefined();
  });

  it.each([
    [{ items: [] }, /No event with this link came here/],
    [{ items: [], searchedSince: '2026-11-04T08:00:00.000Z' }, /has come since Nov 4, 2026/],
  ])('says honestly that nothing was found', async (answer, words) => {
    const { look } = openWhy((server) => server.came.set(LINK, answer));
    await look(LINK);
    expect(await screen.findByText(words)).toBeDefined();
  });

  it('says what went wrong, and can be tried again', async () => {
    const { look, user } = openWhy((server) => {
      server.came.set(LINK, { items: [came({})] });
      server.trouble('GET /api/configurations/{id}/events', { code: 'unavailable' });
    });
    await look(LINK);
    expect((await screen.findByRole('alert')).textContent).toContain('The server cannot answer right now.');
    await user.click(screen.getByRole('button', { name: 'Look for it' }));
    expect(await screen.findByText('The channel has not chosen this kind.')).toBeDefined();
  });
});

describe('a row of the list', () => {
  const failed = exampleDelivery({
    state: 'failed',
    verdict: 'card_wrong',
    reason: 'card-wrong',
    words: 'Bad card',
  });

  it('tells its whole story when it is opened, and leads to the event', async () => {
    const { user, server } = openChannel({}, (fake) => {
      fake.deliveries.push([exampleDelivery()]);
      fake.stories.set('e1', { steps: [{ code: 'posted', facts: {}, text: '' }] });
    });
    const toggle = await screen.findByRole('button', { name: 'What happened' });
    expect(server.calls).not.toContain('GET /api/configurations/{id}/explain');
    await user.click(toggle);
    expect(await screen.findByText('Teams says that it is in the channel.')).toBeDefined();
    expect(toggle.getAttribute('aria-expanded')).toBe('true');
    expect(screen.getByRole('link', { name: 'See the whole event' }).getAttribute('href')).toMatch(
      /event=7$/,
    );
  });

  it('can be posted again when it failed, once it is pressed', async () => {
    const { user, server } = openChannel({}, (fake) => fake.deliveries.push([failed]));
    await user.click(await screen.findByRole('button', { name: 'Post it again' }));
    expect(await screen.findByText('It waits to be posted again.')).toBeDefined();
    expect(server.lastBody('POST /api/configurations/{id}/replay')).toEqual({ delivery: '1' });
  });

  it('has no such button when it was posted, nor when all was removed', async () => {
    openChannel({ state: 'removed' }, (fake) => fake.deliveries.push([failed, exampleDelivery({ id: '0' })]));
    expect(await screen.findAllByRole('button', { name: 'What happened' })).toHaveLength(2);
    expect(screen.queryByRole('button', { name: 'Post it again' })).toBeNull();
  });

  it('says how many events were on its card', async () => {
    openChannel({}, (fake) =>
      fake.deliveries.push([exampleDelivery({ state: 'folded', reason: 'digest', carried: 12 })]),
    );
    expect((await screen.findByText(/on a card with 12 events/)).textContent).toContain('digest');
  });
});

describe('the rest of the page', () => {
  it('shows who changed what when asked', async () => {
    const { user } = openChannel({}, (fake) =>
      fake.changes.push({
        at: '2026-11-04T08:00:00.000Z',
        byName: 'Adele',
        kind: 'changed',
        settings: ['eventTypes'],
      }),
    );
    await user.click(await screen.findByRole('button', { name: 'Who changed what' }));
    expect(await screen.findByText('Adele changed the settings (events)')).toBeDefined();
  });

  it('sends a test card and tells what Teams made of it', async () => {
    const { user, server } = openChannel();
    await user.click(await screen.findByRole('button', { name: 'Send a test card' }));
    expect(await screen.findByText(/Teams took the test card/)).toBeDefined();
    server.tests.push({ verdict: 'dead', status: 410, words: 'WorkflowNotFound' });
    await user.click(screen.getByRole('button', { name: 'Send a test card' }));
    const alert = await screen.findByRole('alert');
    expect(within(alert).getByText(/Its own words: “WorkflowNotFound”/)).toBeDefined();
  });

  it('leads to the settings', async () => {
    openChannel();
    const link = await screen.findByRole('link', { name: 'Change settings' });
    expect(link.getAttribute('href')).toBe(`/config?edit=${CONFIGURATION_ID}`);
  });
});
