import { act, screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { ADA, BUILDS, LOUIS, post, SUPPORT } from './fake-api.ts';
import { FakeEventSource, openSandbox } from './open-sandbox.tsx';

function bring(data: object): void {
  act(() => {
    FakeEventSource.last?.dispatchEvent(new MessageEvent('post', { data: JSON.stringify(data) }));
  });
}

const posts = () => within(screen.getByRole('list', { name: 'Posts' }));

describe('the page', () => {
  it('shows the team, its channels and what to click first', async () => {
    const { user } = openSandbox();
    const channels = within(await screen.findByRole('navigation', { name: 'Channels' }));
    expect(channels.getByRole('button', { name: 'Builds' }).getAttribute('aria-current')).toBe('page');
    expect(channels.getByRole('button', { name: 'Support' })).toBeDefined();
    expect(await screen.findByText('Nothing has been posted here yet.')).toBeDefined();
    await user.click(screen.getByRole('button', { name: 'Got it' }));
    expect(screen.queryByRole('region', { name: 'See it work in three steps' })).toBeNull();
  });

  it('says when the server is silent, and opens at the second try', async () => {
    const { api, user } = openSandbox(({ trouble }) => trouble.set('GET /state', ''));
    expect(await screen.findByText('The server does not answer. Is it still running?')).toBeDefined();
    api.trouble.clear();
    await user.click(screen.getByRole('button', { name: 'Try again' }));
    expect(await screen.findByRole('heading', { name: 'Builds' })).toBeDefined();
  });

  it('speaks French when asked to, and says so to screen readers', async () => {
    const { user } = openSandbox();
    await user.click(await screen.findByRole('button', { name: 'Appearance' }));
    await user.click(screen.getByRole('menuitemradio', { name: 'Français' }));
    expect(await screen.findByRole('button', { name: 'Autres options' })).toBeDefined();
    expect(document.documentElement.lang).toBe('fr');
  });
});

describe('posts', () => {
  it('stand in their channel, with sender and time, the newest last', async () => {
    openSandbox((api) => {
      api.posts = [
        post({ id: 1, content: 'first' }),
        post({ id: 2, content: 'second', sender: { name: 'Alerts', kind: 'workflow' } }),
        post({ id: 3, content: 'elsewhere', channelId: SUPPORT.id }),
      ];
    });
    await screen.findByText('first');
    const articles = posts().getAllByRole('article');
    expect(articles.map((article) => within(article).getByRole('heading').textContent)).toEqual([
      'Cardwire',
      'Workflows',
    ]);
    expect(within(articles[1] ?? document.body).getByText('through “Alerts”')).toBeDefined();
    expect(screen.queryByText('elsewhere')).toBeNull();
  });

  it('come in while the page is open, and count as new in other channels until they are looked at', async () => {
    const { user } = openSandbox();
    await screen.findByText('Nothing has been posted here yet.');
    bring(post({ id: 1, content: 'live' }));
    bring(post({ id: 2, content: 'elsewhere', channelId: SUPPORT.id }));
    expect(posts().getByText('live')).toBeDefined();
    await user.click(screen.getByRole('button', { name: 'Support 1 new post' }));
    expect(posts().getByText('elsewhere')).toBeDefined();
    await user.click(screen.getByRole('button', { name: 'Builds' }));
    expect(screen.getByRole('button', { name: 'Support' })).toBeDefined();
  });

  it('are said to be missing while the server is silent', async () => {
    openSandbox(({ trouble }) => trouble.set('GET /posts', ''));
    expect(await screen.findByText(/New posts are not coming in/)).toBeDefined();
  });
});

describe('an event', () => {
  it('is sent as the chosen sample, and the page tells where it goes', async () => {
    const { api, user } = openSandbox();
    await screen.findByRole('option', { name: 'Task created' });
    await user.selectOptions(screen.getByLabelText('Sample event'), 'Task created');
    await user.click(screen.getByRole('button', { name: 'Send' }));
    expect(await screen.findByText('Accepted. It goes to 1 channel.')).toBeDefined();
    expect(api.calls.map(({ call }) => call)).toContain('POST /samples/task-created');
  });

  it('can be written by hand', async () => {
    const { api, user } = openSandbox();
    await user.click(await screen.findByRole('button', { name: 'Write your own…' }));
    const dialog = within(await screen.findByRole('dialog', { name: 'Write your own event' }));
    const send = dialog.getByRole('button', { name: 'Send' });
    expect(send).toHaveProperty('disabled', true);
    await user.type(dialog.getByLabelText(/^Title/), 'Order the cake');
    await user.click(send);
    expect(await screen.findByText('Accepted. It goes to 1 channel.')).toBeDefined();
    expect(api.calls.findLast(({ call }) => call === 'POST /events')?.body).toEqual({
      type: 'task.created',
      title: 'Order the cake',
    });
  });

  it.each([
    [{ accepted: true, status: 202, body: '{"events":[]}' }, 'Accepted. No channel asked for it.'],
    [
      { accepted: true, status: 202, body: '{"events":[],"ignored":"A ping."}' },
      'Accepted, but ignored: A ping.',
    ],
    [{ accepted: false, status: 401, body: '{"detail":"No key."}' }, 'Refused with 401. No key.'],
  ])('that is answered with %j is told as it is', async (receipt, words) => {
    const { user } = openSandbox((api) => {
      api.receipt = receipt;
    });
    const send = await screen.findByRole('button', { name: 'Send' });
    await waitFor(() => expect(send).toHaveProperty('disabled', false));
    await user.click(send);
    expect(await screen.findByText(words)).toBeDefined();
  });
});

describe('a Workflow', () => {
  it('is added with a name and gives a URL to copy', async () => {
    const { api, user } = openSandbox();
    await user.click(await screen.findByRole('button', { name: 'More options' }));
    await user.click(screen.getByRole('menuitem', { name: 'Workflows' }));
    await user.click(await screen.findByRole('button', { name: 'Add workflow' }));
    const name = 'Send webhook alerts to Builds';
    expect(await screen.findByLabelText(`Webhook URL of ${name}`)).toHaveProperty(
      'value',
      'https://hook.example/1',
    );
    await user.click(screen.getByRole('button', { name: `Copy the webhook URL of ${name}` }));
    expect(await screen.findByText('Copied')).toBeDefined();
    expect(await navigator.clipboard.readText()).toBe('https://hook.example/1');
    await user.click(screen.getByRole('button', { name: `Delete ${name}` }));
    expect(await screen.findByText('This channel has none yet.')).toBeDefined();
    expect(api.calls.map(({ call }) => call)).toContain('DELETE /webhooks/webhook-1');
  });
});

it('can be used as somebody else', async () => {
  const { user } = openSandbox();
  await user.click(await screen.findByRole('button', { name: `Signed in as ${ADA.name}` }));
  await user.click(screen.getByRole('menuitemradio', { name: LOUIS.name }));
  expect(await screen.findByRole('button', { name: `Signed in as ${LOUIS.name}` })).toBeDefined();
  expect(screen.getByRole('heading', { name: BUILDS.name })).toBeDefined();
});
