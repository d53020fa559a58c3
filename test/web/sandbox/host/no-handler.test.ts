import { app } from '@microsoft/teams-js';
import { expect, it } from 'vitest';
import { openHost } from './open-host.ts';

// In a file of its own: the SDK keeps a handler, once registered, for the life of its page.
it('marks it in the log when a page has no handler: the SDK then reports success by itself', async () => {
  const { host, log } = openHost();
  await app.initialize();
  expect(await host.save()).toEqual({ kind: 'success' });
  expect(await host.remove()).toEqual({ kind: 'success' });
  const asked = log.filter(({ kind, direction }) => kind === 'event' && direction === 'host-to-page');
  expect(asked.map(({ func, flag }) => [func, flag])).toEqual([
    ['settings.save', 'no-handler'],
    ['settings.remove', 'no-handler'],
  ]);
});
