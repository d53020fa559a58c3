// @vitest-environment-options { "url": "https://cardwire.example.com/" }
import { screen } from '@testing-library/react';
import { expect, it } from 'vitest';
import { CONFIGURATION_ID } from '../examples.ts';
import { addLogin } from '../fake-login.ts';
import { createFakeServer } from '../fake-server.ts';
import { openPage } from '../open-page.tsx';

/** The tab's content in a host without single sign-on, whose windows come back with this. */
async function openTab(back: (state: string) => { result: string } | { reason: string }) {
  const server = createFakeServer((token) => token === 'signed-in');
  server.store();
  const login = addLogin(server);
  const opened = openPage(`/channel?id=${CONFIGURATION_ID}`, {
    server,
    host: {
      frame: 'content',
      token: () => undefined,
      refusal: () => 'resourceDisabled',
      authenticate(url) {
        login.opened.push(url);
        return back(url.searchParams.get('state') ?? '');
      },
    },
  });
  await opened.user.click(await screen.findByRole('button', { name: 'Sign in' }));
  return { ...opened, login };
}

it('Teams opens the window, at our own page, and passes its code on', async () => {
  const { login } = await openTab((state) => ({ result: `code=good&state=${state}` }));

  expect(await screen.findByRole('heading', { level: 1, name: 'Release news' })).toBeDefined();
  expect(login.opened.map(({ origin, pathname }) => origin + pathname)).toEqual([
    'https://cardwire.example.com/signin',
  ]);
  expect(login.opened[0]?.searchParams.get('state')).toMatch(/^teams\./);
});

it.each([
  ['CancelledByUser', 'The window was closed before you were signed in.'],
  ['FailedToOpenWindow', 'The browser opened no window.'],
  ['The app is blocked', 'Microsoft says: “The app is blocked”'],
])('says what is meant by %s', async (reason, words) => {
  await openTab(() => ({ reason }));
  expect(await screen.findByText(new RegExp(words))).toBeDefined();
});

it.each([
  ['another state', 'code=good&state=teams.forged'],
  ['no answer at all', 'hello'],
])('takes no result with %s', async (_what, result) => {
  await openTab(() => ({ result }));
  expect((await screen.findByRole('alert')).textContent).toContain('Signing in did not work.');
});
