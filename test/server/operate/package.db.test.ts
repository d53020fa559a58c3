import { afterAll, beforeAll, expect, it } from 'vitest';
import { connector } from '../../../manifest/connector.ts';
import { listing } from '../../../manifest/listing.ts';
import { installationOf } from '../../../manifest/package/installation.ts';
import { makePackage } from '../../../manifest/package/make-package.ts';
import { startTestApp, type TestApp } from '../../app.ts';
import { testSettings } from '../../settings.ts';

let test: TestApp;
beforeAll(async () => {
  test = await startTestApp();
});
afterAll(() => test.close());

const get = (key: string, { app }: TestApp = test) =>
  app.inject({ url: '/api/operate/package', headers: { authorization: `Bearer ${key}` } });

it('gives operators the very package that the command line makes', async () => {
  const answer = await get(await test.newKey('operate'));
  expect(answer.statusCode).toBe(200);
  expect(answer.headers).toMatchObject({
    'content-type': 'application/zip',
    'content-disposition': 'attachment; filename="cardwire.zip"',
  });
  const { zip } = makePackage({ connector, listing }, installationOf(testSettings()));
  expect(answer.rawPayload.equals(zip)).toBe(true);
});

it('gives it to nobody else', async () => {
  expect((await get(await test.newKey('events'))).json().code).toBe('scope-missing');
  expect((await get('cw_0123456789012345678901')).json().code).toBe('api-key-refused');
});

it('says what is wrong where Teams would not take it', async () => {
  const local = await startTestApp({ PUBLIC_URL: 'http://localhost:3978' }, undefined, test);
  try {
    const answer = await get(await test.newKey('operate'), local);
    expect(answer.json()).toMatchObject({ code: 'package-refused', status: 409 });
    expect(answer.json().detail).toContain('It does not begin with https://.');
  } finally {
    await local.close();
  }
});
