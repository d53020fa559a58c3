import { screen, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { OUTCOMES } from '../../../server/connect/schema.ts';
import { en } from '../../../web/connect/locales/en.ts';
import { createFakeConnect, exampleConnection, type FakeConnect } from './fake-connect.ts';
import { openConnect } from './open-connect.tsx';

const PENDING = { id: 'p', place: 'group', groupName: 'Bakery' } as const;

function withPending(): FakeConnect {
  const server = createFakeConnect();
  server.session = { outcome: 'granted', pending: [PENDING], connections: [] };
  return server;
}
function withConnection(part?: Parameters<typeof exampleConnection>[0]): FakeConnect {
  const server = createFakeConnect();
  server.session = { pending: [], connections: [exampleConnection(part)] };
  return server;
}
const callsOf = ({ calls }: FakeConnect) => calls.map(({ call }) => call);
const press = (name: RegExp | string) => screen.findByRole('button', { name });

describe('back from Microsoft', () => {
  it('sends a first card at once, tells its verdict, and shows the connection', async () => {
    const { server } = openConnect('/connect/done', { server: withPending() });
    await screen.findByText('Connected: The group “Bakery”');
    screen.getByRole('region', { name: 'Oven' });
    expect(callsOf(server).filter((call) => call.endsWith('/prove'))).toHaveLength(1);
  });

  it('tells Microsoft’s own words when the card was refused, and sends it again', async () => {
    const server = withPending();
    const destination = { kind: 'connector' as const, label: 'outlook.office.com …abcd' };
    server.proof = { test: { verdict: 'dead', status: 404, words: 'User not found', destination } };
    const { user } = openConnect('/connect/done', { server });
    expect((await screen.findByRole('alert')).textContent).toContain(
      'Microsoft’s server answered 404. Microsoft’s own words: “User not found”. It no longer takes cards',
    );
    expect(screen.getByRole('link', { name: 'Connect again' }).getAttribute('href')).toBe('/connect');
    server.proof = { connection: exampleConnection() };
    await user.click(await press('Send the card again'));
    await screen.findByText('Connected: The group “Bakery”');
  });

  it('says that nothing is lost when no answer came', async () => {
    const server = withPending();
    const destination = { kind: 'connector' as const, label: 'outlook.office.com …abcd' };
    server.proof = { test: { verdict: 'try_again', noAnswer: 'too-slow', destination } };
    openConnect('/connect/done', { server });
    expect((await screen.findByRole('alert')).textContent).toContain('gave no answer. Nothing is lost.');
  });

  it('can be tried again when our own server did not answer', async () => {
    const server = withPending();
    server.failNext('POST /connect/api/pending/p/prove', 'unreachable');
    const { user } = openConnect('/connect/done', { server });
    await screen.findByText('The card could not be sent');
    await user.click(await press('Try again'));
    await screen.findByText('Connected: The group “Bakery”');
  });

  it.each(OUTCOMES.filter((outcome) => outcome !== 'granted'))(
    'that ended as %s says what happened and what to do next',
    async (outcome) => {
      const server = createFakeConnect();
      server.session = { outcome, pending: [], connections: [] };
      openConnect('/connect/done', { server });
      await screen.findByText(en.outcomes[outcome].title);
      screen.getByText(en.outcomes[outcome].body);
      expect(screen.getByRole('link', { name: 'Try again' }).getAttribute('href')).toBe('/connect');
    },
  );
});

describe('a connection', () => {
  it('says where it goes and what it gets', async () => {
    openConnect('/connect/done', { server: withConnection() });
    const region = await screen.findByRole('region', { name: 'Oven' });
    expect(
      within(region)
        .getAllByRole('definition')
        .map((one) => one.textContent),
    ).toEqual(['The group “Bakery”', 'Task updated']);
  });

  it('is changed, with the version that was read', async () => {
    const { server, user } = openConnect('/connect/done', { server: withConnection() });
    await user.click(await press('Change: Oven'));
    const name = screen.getByRole('textbox', { name: /Name/ });
    await user.clear(name);
    expect(screen.getByRole('button', { name: 'Save' }).getAttribute('aria-disabled')).toBe('true');
    await user.type(name, 'Bread');
    await user.click(screen.getByRole('checkbox', { name: 'Task created' }));
    await user.click(await press('Save'));
    await screen.findByText('Saved.');
    expect(server.calls.at(-1)).toMatchObject({
      call: 'PATCH /connect/api/configurations/{id}',
      body: { version: 3, name: 'Bread', eventTypes: ['task.created', 'task.updated'] },
      credentials: 'same-origin',
    });
    screen.getByRole('region', { name: 'Bread' });
  });

  it('that somebody else changed meanwhile is shown anew, not overwritten', async () => {
    const server = withConnection();
    const { user } = openConnect('/connect/done', { server });
    await user.click(await press('Change: Oven'));
    server.session = { pending: [], connections: [exampleConnection({ name: 'Theirs', version: 4 })] };
    server.failNext('PATCH /connect/api/configurations/{id}', { code: 'configuration-changed' });
    await user.click(await press('Save'));
    await screen.findByText(/Somebody else changed this/);
    expect(screen.getByRole<HTMLInputElement>('textbox', { name: /Name/ }).value).toBe('Theirs');
    await user.click(await press('Save'));
    expect(server.calls.at(-1)?.body).toMatchObject({ version: 4, name: 'Theirs' });
  });

  it('is paused and resumed', async () => {
    const { user } = openConnect('/connect/done', { server: withConnection() });
    await user.click(await press('Pause: Oven'));
    await screen.findByText(/^Paused\. What happens meanwhile/);
    await user.click(await press('Resume: Oven'));
    await screen.findByText('Resumed.');
  });

  it('is removed only after a question, and can be taken back', async () => {
    const { server, user } = openConnect('/connect/done', { server: withConnection() });
    await user.click(await press('Remove: Oven'));
    expect(callsOf(server)).not.toContain('DELETE /connect/api/configurations/{id}');
    await user.click(await press('Remove: Oven'));
    await screen.findByText('“Oven” was removed.');
    await user.click(await press('Undo: Oven'));
    await screen.findByText('It is back, as it was before.');
    expect(server.calls.at(-1)?.body).toEqual({ version: 4 });
  });

  it('that Microsoft no longer takes cards for says so, in its words, and how to connect it again', async () => {
    openConnect('/connect/done', {
      server: withConnection({ state: 'broken', stateReason: 'User not found' }),
    });
    expect((await screen.findByRole('alert')).textContent).toContain('“User not found”');
    expect(screen.getByRole('link', { name: 'Connect again' }).getAttribute('href')).toBe('/connect');
  });

  it('tells what a test card came to', async () => {
    const { user } = openConnect('/connect/done', { server: withConnection() });
    await user.click(await press('Send a test card: Oven'));
    expect((await screen.findByRole('alert')).textContent).toContain('The test card did not arrive. Busy');
  });

  it('stays usable after a failure', async () => {
    const server = withConnection();
    server.failNext('POST /connect/api/configurations/{id}/pause', 'unreachable');
    const { user } = openConnect('/connect/done', { server });
    await user.click(await press('Pause: Oven'));
    expect((await screen.findByRole('alert')).textContent).toContain('The server cannot be reached.');
    await user.click(await press('Pause: Oven'));
    await screen.findByText(/^Paused\./);
  });
});

it('says clearly that this server does not offer it', async () => {
  const server = createFakeConnect();
  server.failNext('GET /connect/api/session', { code: 'connect-off' });
  openConnect('/connect/done', { server });
  await screen.findByRole('heading', { level: 1, name: 'Connect to Office 365 is not set up here' });
});
