import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { COMMANDS } from '../../../../server/operate/command-line/commands.ts';
import { runCommand } from '../../../../server/operate/command-line/run-command.ts';
import { startTestApp, type TestApp } from '../../../app.ts';
import { addConfiguration } from '../../../configuration-row.ts';
import { addDelivery } from '../../../delivery-row.ts';
import { ZOE } from '../../../people.ts';
import { newWorkflow } from '../../../webhook-urls.ts';

let test: TestApp;
let env: NodeJS.ProcessEnv;
let id: string;
let delivery: string;
beforeAll(async () => {
  test = await startTestApp();
  env = {
    CARDWIRE_URL: await test.app.listen({ host: '127.0.0.1', port: 0 }),
    CARDWIRE_KEY: await test.newKey('operate'),
    KITCHEN_WEBHOOK: newWorkflow(),
  };
  ({ id } = await addConfiguration(test.storage.prisma, {
    name: 'Kitchen',
    state: 'broken',
    stateReason: 'Teams answered\n410.',
    brokenAt: new Date('2026-11-20T08:30:00Z'),
  }));
  delivery = String((await addDelivery(test.storage.prisma, id, { state: 'failed' })).id);
});
afterAll(() => test.close());

const files = new Map<string, string>();
const told: string[] = [];
const command = (...args: string[]) =>
  runCommand({
    args,
    env,
    fetch,
    tell: (line) => void told.push(line),
    readFile: async (path) => files.get(path) ?? Promise.reject(new Error(`no file ${path}`)),
  });

async function wordsOf(...args: string[]): Promise<string> {
  const { exitCode, out, err } = await command(...args);
  expect([exitCode, err]).toEqual([0, '']);
  return out;
}

describe('what one looks at', () => {
  it.each([
    [['overview'], /^broken, and losing events +0/m],
    [['configurations', 'list', '--search', 'kitch'], /^\S{22} +broken +0 +Kitchen$/m],
    [['broken'], /2026-11-20 08:30Z +0 +Kitchen +Teams answered 410\.$/m],
    [['deliveries', 'list', '--state', 'failed'], /failed +now +Kitchen +New task: Order the cake$/m],
    [['event-types'], /^task\.created +1 +1 /m],
    [['series'], /^Nothing was posted\.$/m],
    [['changes'], /^AT +WHAT/m],
    [['keys', 'list'], /^key_\S+ +of a test +operate$/m],
  ])('%j is words for people and JSON for programs', async (args, words) => {
    expect(await wordsOf(...args)).toMatch(words);
    expect(JSON.parse(await wordsOf(...args, '--json'))).toEqual(expect.anything());
  });

  it('"show" and "explain" tell of one thing', async () => {
    expect(await wordsOf('configurations', 'show', id)).toContain('"name": "Kitchen"');
    expect(await wordsOf('deliveries', 'show', delivery)).toContain(
      'Order the cake (task.created) for Kitchen: failed',
    );
    const { event } = JSON.parse(await wordsOf('deliveries', 'show', delivery, '--json'));
    const story = ['configurations', 'explain', id, '--source', event.source, '--event', event.id];
    expect(await wordsOf(...story)).toContain('accepted');
    expect(await command('configurations', 'show', '../keys')).toMatchObject({ exitCode: 1 });
  });

  it('a list says how to go on, and --all does', async () => {
    await test.storage.pool.query(
      "INSERT INTO audit (by, action) SELECT 'key_n', 'replayed' FROM generate_series(1, 60)",
    );
    const first = await wordsOf('audit');
    const [, cursor = ''] = /--cursor (\S+),/.exec(first) ?? [];
    expect(await wordsOf('audit', '--cursor', cursor)).toContain('key_n');
    expect(JSON.parse(await wordsOf('audit', '--all', '--json')).items).toHaveLength(60);
  });
});

describe('keys with a key', () => {
  it('are made and revoked through the server, which writes down who did', async () => {
    const { id: made, key } = JSON.parse(await wordsOf('keys', 'create', '--name', 'CI', '--json'));
    expect(key).toMatch(/^cw_/);
    expect(await wordsOf('keys', 'revoke', made)).toContain(`${made} is revoked`);
    expect(await wordsOf('audit')).toMatch(/key-revoked +key_\S+ \(of a test\) +key=key_/);
  });
});

describe('configurations as code', () => {
  const entry = { key: 'bar', tenantId: ZOE.tenantId, name: 'Bar', eventTypes: ['task.created'] };
  const write = (...configurations: object[]) => files.set('cards.json', JSON.stringify({ configurations }));

  it('are shown, applied and found unchanged, with an address from the environment', async () => {
    write({ ...entry, destination: { env: 'KITCHEN_WEBHOOK' } });
    expect(await wordsOf('configurations', 'apply', 'cards.json', '--dry-run')).toBe(
      '+ Bar (bar)\nNothing was changed. This would be: 1 created, 0 changed, 0 unchanged, 0 failed.\n',
    );
    expect(await wordsOf('configurations', 'apply', 'cards.json')).toMatch(
      /^\+ Bar \(bar, \S{22}\)\n1 created/,
    );
    write({ ...entry, timeZone: 'Europe/Paris', destination: { env: 'KITCHEN_WEBHOOK' } });
    expect(await wordsOf('configurations', 'apply', 'cards.json')).toMatch(
      /^~ Bar \(bar, \S{22}\)\n {4}timeZone: "UTC" -> "Europe\/Paris"\n0 created, 1 changed/,
    );
    expect(await wordsOf('configurations', 'apply', 'cards.json')).toBe(
      '0 created, 0 changed, 1 unchanged, 0 failed.\n',
    );
    expect(await wordsOf('configurations', 'export')).not.toContain(env.KITCHEN_WEBHOOK);
  });

  it('are told one by one when some fail, in many parts, and the exit code says so', async () => {
    const many = Array.from({ length: 120 }, (_, index) => ({ ...entry, key: `bar-${index}` }));
    write(...many, { ...entry, name: '' }, { ...entry, destination: { env: 'NOT_SET' } });
    const { exitCode, out } = await command('configurations', 'apply', 'cards.json');
    expect(exitCode).toBe(1);
    expect(out).toContain('! without a name (bar)\n');
    expect(out).toContain('    /name must not be empty.\n');
    expect(out).toContain('The variable NOT_SET is not set. (variable-missing)');
    expect(out).toContain('120 created, 0 changed, 0 unchanged, 2 failed.');
    expect(told).toEqual(['100 of 122', '122 of 122']);
  });

  it('tell what was not sent when the server is lost on the way', async () => {
    write(...Array.from({ length: 101 }, (_, index) => ({ ...entry, key: `bar-${index}` })));
    let calls = 0;
    const { exitCode, out } = await runCommand({
      args: ['configurations', 'apply', 'cards.json', '--dry-run', '--json'],
      env,
      fetch: (...request) => {
        calls += 1;
        return calls > 1 ? Promise.reject(new TypeError('fetch failed')) : fetch(...request);
      },
      readFile: async () => files.get('cards.json') ?? '',
    });
    expect(exitCode).toBe(1);
    const { items } = JSON.parse(out);
    expect(items).toHaveLength(101);
    expect(items.at(-1)).toMatchObject({ key: 'bar-100', outcome: 'failed', problem: { code: 'not-sent' } });
  });

  it.each(['', '[]', '{"configurations":[1]}', '{"configurations":[],"more":1}'])(
    'a file that holds %j is refused with words',
    async (content) => {
      files.set('cards.json', content);
      expect(await command('configurations', 'apply', 'cards.json')).toMatchObject({
        exitCode: 1,
        out: '',
        err: expect.stringContaining('The file is not'),
      });
    },
  );
});

describe('erase', () => {
  it('says how to confirm, then does it', async () => {
    const user = ZOE.objectId;
    const asked = await wordsOf('erase', '--user', user);
    expect(asked).toContain('Nothing was erased.');
    expect(asked).toContain(`--confirm ${user}`);
    expect(await wordsOf('erase', '--user', user, '--confirm', user)).toMatch(
      /^Erased:\n.*anonymised +[1-9]/s,
    );
    expect(await command('erase')).toMatchObject({ exitCode: 2, out: '' });
  });
});

describe('help', () => {
  it('names every command once, and those of a group alone', async () => {
    const all = await wordsOf('--help');
    for (const { name } of COMMANDS) expect(all.split(`node server/cli.ts ${name}`)).toHaveLength(2);
    const group = await wordsOf('keys', '--help');
    expect(group).toContain('keys revoke ID');
    expect(group).not.toContain('erase');
    expect(all.split('\n').filter((line) => line.length > 120)).toEqual([]);
  });
});
