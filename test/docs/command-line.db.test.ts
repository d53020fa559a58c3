import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { COMMANDS } from '../../server/operate/command-line/commands.ts';
import { runCommand } from '../../server/operate/command-line/run-command.ts';
import { startTestApp, type TestApp } from '../app.ts';
import { addConfiguration } from '../configuration-row.ts';
import { addDelivery } from '../delivery-row.ts';
import { newWorkflow } from '../webhook-urls.ts';
import { readPage } from './page.ts';

const PAGES = ['command-line.md', 'configurations-as-code.md', 'operating.md', 'erasing.md'];
const CLI = 'npm run -s cli -- ';

/** The commands of the pages, in their order. */
const commands = PAGES.flatMap((page) =>
  readPage(page)
    .text.split('\n')
    .map((line) => line.trim())
    .filter((line) => line.startsWith(CLI))
    .map((line) => line.slice(CLI.length)),
);

let test: TestApp;
let env: NodeJS.ProcessEnv;
const files = new Map<string, string>();
beforeAll(async () => {
  test = await startTestApp();
  const { prisma } = test.storage;
  const { id } = await addConfiguration(prisma, { id: 'Zk3uQ9xW1c8RtY5nB7vLpA', name: 'Kitchen' });
  await prisma.configuration.update({
    where: { id },
    data: { destinationUrl: test.vault.seal(newWorkflow(), id) },
  });
  const { eventId } = await addDelivery(prisma, id, { id: 4711n, state: 'failed' });
  await prisma.event.update({ where: { id: eventId }, data: { sourceId: '42' } });
  await prisma.apiKey.create({
    data: { id: 'key_4Yt0pWq1sXzA', hash: 'of a test', name: 'lost', scopes: ['events'] },
  });
  env = {
    CARDWIRE_URL: await test.app.listen({ host: '127.0.0.1', port: 0 }),
    CARDWIRE_KEY: await test.newKey('operate'),
    DATABASE_URL: test.database.url,
    SECRET_KEYS: Buffer.alloc(32, 7).toString('base64'),
    KITCHEN_WEBHOOK: newWorkflow(),
  };
});
afterAll(() => test.close());

/** As a shell reads it: words, quotes, and where the output goes. */
function wordsOf(line: string): { args: string[]; to: string | undefined } {
  const [command = '', to] = line.split(' > ');
  const args = [...command.matchAll(/"([^"]*)"|(\S+)/g)].map(([, quoted, plain]) => quoted ?? plain ?? '');
  return { args, to };
}

async function run(line: string) {
  const { args, to } = wordsOf(line);
  if (line.startsWith('secrets forget')) {
    await addConfiguration(test.storage.prisma, { destinationUrl: `v1.${args.at(-1)}.AAAA` });
  }
  const readFile = async (path: string) => files.get(path) ?? Promise.reject(new Error(`no file ${path}`));
  const outcome = await runCommand({ args, env, fetch, readFile });
  if (to !== undefined) files.set(to, outcome.out);
  return outcome;
}

it('the pages have commands of every kind', () => {
  const missing = COMMANDS.filter(({ name }) => !commands.some((line) => line.startsWith(name)));
  expect(missing.map(({ name }) => name)).toEqual([]);
});

describe('every command of the pages works as it stands there', () => {
  it.each(commands)('%s', async (line) => {
    expect(await run(line)).toMatchObject({ exitCode: 0, err: '', out: expect.stringMatching(/./) });
  });
});

it('what the page exports is applied without a change', async () => {
  await run('configurations export > cardwire.json');
  expect((await run('configurations apply cardwire.json')).out).toMatch(/^0 created, 0 changed/);
});

it('the file that the page shows is one', async () => {
  files.set('shown.json', readPage('configurations-as-code.md').blocks('json')[0] ?? '');
  const { exitCode, out } = await run('configurations apply shown.json');
  expect([exitCode, out]).toEqual([0, expect.stringContaining('1 created')]);
});
