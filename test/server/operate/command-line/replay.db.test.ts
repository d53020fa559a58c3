import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { runCommand } from '../../../../server/operate/command-line/run-command.ts';
import { startTestApp, type TestApp } from '../../../app.ts';
import { addConfiguration } from '../../../configuration-row.ts';
import { addDelivery } from '../../../delivery-row.ts';

let test: TestApp;
let id: string;
let env: Record<'CARDWIRE_URL' | 'CARDWIRE_KEY', string>;
beforeAll(async () => {
  test = await startTestApp();
  env = {
    CARDWIRE_URL: await test.app.listen({ host: '127.0.0.1', port: 0 }),
    CARDWIRE_KEY: await test.newKey('operate'),
  };
});
beforeEach(async () => {
  await test.storage.pool.query('TRUNCATE configuration, event, delivery, attempt');
  ({ id } = await addConfiguration(test.storage.prisma));
  test.woken.length = 0;
});
afterAll(() => test.close());

const command = (args: string[], change: NodeJS.ProcessEnv = {}) =>
  runCommand({ args, env: { ...env, ...change }, fetch });

describe('the command "replay"', () => {
  it('makes what failed wait again, and wakes the running server', async () => {
    await addDelivery(test.storage.prisma, id, { state: 'failed' });
    expect(await command(['replay', '--failed', '--configuration', id])).toEqual({
      exitCode: 0,
      out: '1 delivery waits again.\n',
      err: '',
    });
    expect(test.woken).toEqual([id]);
  });

  it('tells how many come a second time', async () => {
    await addDelivery(test.storage.prisma, id, { state: 'sent' });
    await addDelivery(test.storage.prisma, id, { state: 'failed' });
    const { out } = await command(['replay', '--since', '2020-01-01T00:00:00Z']);
    expect(out).toBe('2 deliveries wait again; 1 of them had been sent before and come a second time.\n');
  });

  it('answers in JSON for programs', async () => {
    const { id: delivery } = await addDelivery(test.storage.prisma, id, { state: 'failed' });
    const { out } = await command(['replay', '--delivery', String(delivery), '--json']);
    expect(JSON.parse(out)).toEqual({ replayed: 1, repeated: 0 });
  });

  it('says when there was nothing to do', async () => {
    expect((await command(['replay', '--failed'])).out).toBe('Nothing was found to deliver again.\n');
  });
});

describe('a command that does not work', () => {
  it.each([
    [['replay'], 'exactly one of'],
    [['replay', '--failed', '--since', '2026-11-21T10:00:00Z'], 'exactly one of'],
    [['replay', '--everything'], '--everything'],
    [['repeat', '--failed'], 'There is no command "repeat".'],
    [['replay', '--since'], '--since'],
  ])('%j is not understood, and gets help', async (args, words) => {
    const { exitCode, err } = await command(args);
    expect(exitCode).toBe(2);
    expect(err).toContain(words);
    expect(err).toContain('CARDWIRE_KEY');
  });

  it.each<[NodeJS.ProcessEnv, string]>([
    [{ CARDWIRE_KEY: '' }, 'Set CARDWIRE_KEY'],
    [{ CARDWIRE_KEY: 'cw_0123456789012345678901' }, 'The API key is missing or not valid (api-key-refused).'],
    [{ CARDWIRE_URL: 'nowhere' }, 'CARDWIRE_URL is no address: nowhere'],
    [{ CARDWIRE_URL: 'http://127.0.0.1:1' }, 'No answer from http://127.0.0.1:1: '],
  ])('with %j says what to do', async (change, words) => {
    const { exitCode, err } = await command(['replay', '--failed'], change);
    expect(exitCode).toBe(1);
    expect(err).toContain(words);
    expect(err).not.toContain(change.CARDWIRE_KEY || env.CARDWIRE_KEY);
  });

  it('passes on what the server has to say', async () => {
    const { exitCode, err } = await command(['replay', '--since', 'yesterday']);
    expect(exitCode).toBe(1);
    expect(err).toContain('(invalid-request)');
  });

  it('does not take another server for Cardwire', async () => {
    const answers = async () => new Response('<html>', { status: 502 });
    const { exitCode, err } = await runCommand({ args: ['replay', '--failed'], env, fetch: answers });
    expect([exitCode, err]).toEqual([1, expect.stringContaining('answered 502')]);
  });

  it('shows help when nothing is asked', async () => {
    expect(await command([])).toMatchObject({ exitCode: 0, out: expect.stringContaining('replay --failed') });
  });
});
