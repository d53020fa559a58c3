import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it, vi } from 'vitest';
import { MailPage } from '../../../web/sandbox/office365/mail/mail-page.tsx';
import { Office365Page } from '../../../web/sandbox/office365/office365-page.tsx';
import { SandboxFrame } from '../../../web/sandbox/office365/sandbox-frame.tsx';

const CALLBACK = 'http://localhost/connect/callback';
const MAILBOXES = [
  { id: 'group:keepers', kind: 'group', name: 'Lamp keepers' },
  { id: 'inbox:louis', kind: 'inbox', name: 'Louis Perrin' },
];
const OPENED = {
  appName: 'Cardwire',
  people: [
    { id: 'ada', name: 'Ada Marsh', upn: 'ada@lighthouse.example', mailboxes: MAILBOXES },
    { id: 'louis', name: 'Louis Perrin', upn: 'louis@lighthouse.example', mailboxes: MAILBOXES.slice(1) },
  ],
};

/** Answers the sandbox's calls by their paths, and keeps their bodies. */
function serve(answers: Record<string, object>): unknown[] {
  const bodies: unknown[] = [];
  window.localStorage.clear();
  vi.stubGlobal('fetch', async (input: string, init?: RequestInit) => {
    if (typeof init?.body === 'string') bodies.push(JSON.parse(init.body));
    const path = decodeURIComponent(input.replace('/sandbox/api/office365/', ''));
    return new Response(JSON.stringify(answers[path] ?? {}), { status: answers[path] ? 200 : 404 });
  });
  return bodies;
}

function openQuestion(opened: object = OPENED) {
  const bodies = serve({ open: opened, decide: { location: `${CALLBACK}?state=s` } });
  const query = new URLSearchParams({ app_id: 'the-id', callback_url: CALLBACK, state: 's' });
  window.history.replaceState(null, '', `/sandbox/office365?${query}`);
  const left: string[] = [];
  render(
    <SandboxFrame>
      <Office365Page leave={(to) => void left.push(to)} />
    </SandboxFrame>,
  );
  return { bodies, left, user: userEvent.setup() };
}
const press = (name: string | RegExp) => screen.findByRole('button', { name });

describe('the stand-in for Microsoft’s page', () => {
  it('asks who somebody is and where cards shall go, and leads back', async () => {
    const { bodies, left, user } = openQuestion();
    await user.click(await press(/Ada/));
    await user.click(screen.getByRole('radio', { name: 'Inbox' }));
    await user.click(await press('Allow'));
    expect(bodies.at(-1)).toEqual({
      connectorId: 'the-id',
      callbackUrl: CALLBACK,
      state: 's',
      personId: 'ada',
      mailboxId: 'inbox:louis',
    });
    expect(left).toEqual([`${CALLBACK}?state=s`]);
  });

  it('leads back from Deny without a place', async () => {
    const { bodies, user } = openQuestion();
    await user.click(await press(/Ada/));
    await user.click(await press('Deny'));
    expect(bodies.at(-1)).not.toHaveProperty('mailboxId');
  });

  it('tells who has no group, and lets somebody else answer', async () => {
    const { user } = openQuestion();
    await user.click(await press(/Louis/));
    screen.getByText('You are not a member of any group.');
    await user.click(await press('Somebody else'));
    await user.click(await press(/Ada/));
    screen.getByRole('radio', { name: 'Lamp keepers' });
  });

  it('says “Invalid Request” as Microsoft does', async () => {
    openQuestion({ invalid: true });
    await screen.findByRole('heading', { name: 'Invalid Request' });
    expect(screen.queryByRole('button')).toBeNull();
  });
});

describe('the mailboxes', () => {
  it('show what arrived in the one that is chosen', async () => {
    const content = { '@type': 'MessageCard', summary: 'Connected', title: 'Connected: Tasks' };
    const post = {
      id: 1,
      channelId: 'group:keepers',
      sender: { name: 'Cardwire', kind: 'connector' },
      format: 'message-card',
      content,
      postedAt: '2026-11-21T10:00:00.000Z',
    };
    serve({
      mailboxes: { mailboxes: MAILBOXES },
      'mailboxes/group:keepers/posts': { posts: [post] },
      'mailboxes/inbox:louis/posts': { posts: [] },
    });
    render(
      <SandboxFrame>
        <MailPage />
      </SandboxFrame>,
    );
    await screen.findByRole('article');
    await userEvent.selectOptions(screen.getByRole('combobox'), 'Inbox of Louis Perrin');
    await screen.findByText('Nothing has arrived yet.');
    expect(screen.queryByRole('article')).toBeNull();
  });
});
