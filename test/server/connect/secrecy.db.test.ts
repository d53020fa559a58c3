import { afterEach, expect, it } from 'vitest';
import { startTestApp, type TestApp } from '../../app.ts';
import { ZOE } from '../../people.ts';
import { expectProblem } from '../../problem.ts';
import { CONNECT_ENV, granted, openBrowser } from './browser.ts';

let test: TestApp;
afterEach(() => test.close());

/** Whatever part of a webhook's URL, a person or a state. */
const expectNoSecret = (text: string, secrets: readonly string[]) => {
  for (const secret of secrets) expect(text).not.toContain(secret);
};

it('no line of the log holds a parameter of the way back, however it ends', async () => {
  test = await startTestApp(CONNECT_ENV);
  const browser = openBrowser(test);
  const grant = granted();
  const state = await browser.start();
  const secrets = [state, grant.webhook_url ?? '', '/webhook/', ZOE.objectId, 'AccessDenied'];
  await browser.comeBack({ state, ...grant });
  await browser.comeBack({ state, ...grant });
  await browser.comeBack({ state, error: 'AccessDenied' });
  await browser.comeBack({ ...grant, group_name: 'x'.repeat(9_000) });
  const stray = await browser.call(
    'GET',
    `/connect/callback/more?${new URLSearchParams(grant)}`,
    undefined,
    {},
  );
  const wrongWay = await browser.call('POST', `/connect/callback?${new URLSearchParams(grant)}`, {}, {});
  expectNoSecret(test.log.join(''), secrets);
  expectNoSecret(stray.body + wrongWay.body, secrets);
  expect(test.log.join('')).toContain('/connect/callback');
});

it('also when the database is away, the browser is led to an address without parameters', async () => {
  test = await startTestApp(CONNECT_ENV);
  const browser = openBrowser(test);
  const grant = granted();
  const state = await browser.start();
  await test.storage.prisma.$executeRawUnsafe('ALTER TABLE connect_attempt RENAME TO away');
  const answer = await browser.comeBack({ state, ...grant });
  expect([answer.statusCode, answer.headers.location]).toEqual([302, '/connect/done']);
  expect(answer.cookies).toMatchObject([{ value: 'server-failed' }]);
  expectNoSecret(test.log.join(''), [state, '/webhook/', ZOE.objectId]);
  expect(test.log.join('')).toContain('could not be taken');
});

it('while the connector is not set up, nothing can begin and the way back leads to the page that says so', async () => {
  test = await startTestApp();
  const browser = openBrowser(test);
  const choice = { eventTypes: ['task.created'], language: 'en' };
  expectProblem(await browser.call('POST', '/connect/api/start', choice), 404, 'connect-off');
  expectProblem(await browser.call('GET', '/connect/api/session'), 404, 'connect-off');
  expect((await browser.comeBack(granted())).headers.location).toBe('/connect/done');
});
