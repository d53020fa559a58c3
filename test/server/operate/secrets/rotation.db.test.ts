import { afterAll, beforeAll, expect, it } from 'vitest';
import { runCommand } from '../../../../server/operate/command-line/run-command.ts';
import { openVault } from '../../../../server/storage/lasting-keys.ts';
import { event } from '../../../events.ts';
import { openTestSite, type TestSite } from '../../../node.ts';
import { newConnector, newWorkflow } from '../../../webhook-urls.ts';

const [OLD, NEW] = [Buffer.alloc(32, 1), Buffer.alloc(32, 2)];
const [old, fresh] = [OLD.toString('base64'), NEW.toString('base64')];
const PATIENCE = { timeout: 20_000, interval: 20 };

let site: TestSite;
beforeAll(async () => {
  site = await openTestSite();
});
afterAll(() => site.close());

const secrets = (verb: string, keys: string) =>
  runCommand({
    args: ['secrets', verb],
    env: { DATABASE_URL: site.databaseUrl, SECRET_KEYS: keys },
    fetch,
  });

it('SECRET_KEYS change while a server delivers: nothing is lost, and the old key is not needed afterwards', async () => {
  const first = await site.startNode({ SECRET_KEYS: old });
  const urls = [newConnector(), newWorkflow(), newConnector()];
  for (const url of urls) await first.configure(url);
  const signed = (await openVault(site.storage.pool, [OLD])).sign('a button of a card');

  // A node that does not know the new key would be cut off.
  expect(await secrets('reencrypt', `${fresh},${old}`)).toMatchObject({
    exitCode: 1,
    err: expect.stringContaining('1 running node does not know the key'),
  });

  const second = await site.startNode({ SECRET_KEYS: `${fresh},${old}` });
  await first.stop();
  let sent = 0;
  const sendTen = async () => {
    for (const end = sent + 10; sent < end; sent += 1) await second.send([event({ id: `event-${sent}` })]);
  };
  const sending = sendTen();
  expect(await secrets('reencrypt', `${fresh},${old}`)).toMatchObject({
    exitCode: 0,
    err: '',
    out: expect.stringContaining('4 secrets are now under the key'),
  });
  await sending;
  await sendTen();
  expect(await secrets('status', `${fresh},${old}`)).toMatchObject({
    out: expect.stringContaining('Only the first key is needed.'),
  });

  const third = await site.startNode({ SECRET_KEYS: fresh });
  await second.stop();
  await third.send([event({ id: 'the last' })]);
  // One card to greet each channel is not posted by this way of configuring.
  for (const url of urls) await expect.poll(() => site.teams.posts(url).length, PATIENCE).toBe(21);
  expect((await openVault(site.storage.pool, [NEW])).isSigned('a button of a card', signed)).toBe(true);
});

it('the same webhook saved again after the change is the one that was there', async () => {
  const node = await site.startNode({ SECRET_KEYS: fresh });
  const url = newConnector();
  const id = await node.configure(url);
  const { version } = await node.read(id);
  const third = Buffer.alloc(32, 3).toString('base64');
  const renewed = await site.startNode({ SECRET_KEYS: `${third},${fresh}` });
  await renewed.setDestination(id, url);
  expect((await renewed.read(id)).version).toBe(version);
});
