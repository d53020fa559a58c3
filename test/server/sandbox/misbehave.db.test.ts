import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { judgeConnectorAnswer, judgeWorkflowAnswer } from '../../../server/destinations/verdict.ts';
import type { Behaviour, Misses } from '../../../server/sandbox/behaviour.ts';
import { createEmptyDatabase, type TestDatabase } from '../../database.ts';
import { BUILDS, channelPath, GENERAL, type RunningSandbox, runSandbox } from './running-sandbox.ts';

const CARD = { '@type': 'MessageCard', text: 'Hello' };
const NOW = new Date('2026-11-21T08:00:00Z');

const ANSWERS = [
  ['throttled', 'connector', 429, 'Too Many Requests', 'try_again'],
  ['throttled', 'workflow', 429, 'TooManyRequests', 'try_again'],
  ['hidden-error', 'connector', 200, 'endpoint returned HTTP error 500', 'try_again'],
  ['hidden-error', 'workflow', 202, '', 'accepted'],
  ['removed', 'connector', 410, 'not found', 'dead'],
  ['removed', 'workflow', 404, 'WorkflowNotFound', 'dead'],
  ['flow-off', 'workflow', 400, 'WorkflowTriggerIsNotEnabled', 'dead'],
  ['too-large', 'connector', 200, 'endpoint returned HTTP error 413', 'card_wrong'],
  ['too-large', 'workflow', 413, 'MessageSizeExceeded', 'card_wrong'],
] as const;

let database: TestDatabase;
beforeAll(async () => {
  database = await createEmptyDatabase();
});
afterAll(() => database.drop());

async function sandboxThatIs(
  behaviour: Behaviour,
  wait = async () => {},
): Promise<RunningSandbox & { misses(): Promise<Misses['misses']> }> {
  const sandbox = await runSandbox(database.url, { wait });
  await sandbox.call('PUT', channelPath(BUILDS, 'behaviour'), { behaviour });
  return { ...sandbox, misses: async () => (await sandbox.call<Misses>('GET', '/misses')).body.misses };
}

describe.each([
  ['connector', judgeConnectorAnswer],
  ['workflow', judgeWorkflowAnswer],
] as const)('a %s of a channel that was switched', (kind, judge) => {
  it.each(ANSWERS.filter(([, of]) => of === kind))(
    'is %s: a %s answers %i %s',
    async (behaviour, _kind, status, words, verdict) => {
      const sandbox = await sandboxThatIs(behaviour);
      const { url } = await sandbox.createWebhook(BUILDS, kind, 'Alerts');
      const before = await sandbox.posts(BUILDS);
      const answer = await sandbox.postTo(url, CARD);
      expect(answer.status).toBe(status);
      expect(answer.text).toContain(words);
      expect(judge({ kind: 'response', status, body: answer.text }, NOW).verdict).toBe(verdict);
      expect(await sandbox.posts(BUILDS)).toEqual(before);
      expect((await sandbox.misses()).at(-1)).toMatchObject({
        channelId: BUILDS,
        sender: { name: 'Alerts', kind },
        bytes: JSON.stringify(CARD).length,
        status,
        words: answer.text,
      });
    },
  );

  it('cuts the connection when it is broken', async () => {
    const sandbox = await sandboxThatIs('broken');
    const { url } = await sandbox.createWebhook(BUILDS, kind);
    const before = await sandbox.posts(BUILDS);
    await expect(sandbox.postTo(url, CARD)).rejects.toThrow();
    expect(await sandbox.posts(BUILDS)).toEqual(before);
    expect((await sandbox.misses()).at(-1)).toMatchObject({ status: 0, words: '' });
  });

  it('posts late when it is slow', async () => {
    let finish = () => {};
    let begun = () => {};
    const slow = new Promise<void>((resolve) => {
      begun = resolve;
    });
    const sandbox = await sandboxThatIs('slow', () => {
      begun();
      return new Promise((resolve) => {
        finish = resolve;
      });
    });
    const { url } = await sandbox.createWebhook(BUILDS, kind);
    const before = await sandbox.posts(BUILDS);
    const answer = sandbox.postTo(url, CARD);
    await slow;
    expect(await sandbox.posts(BUILDS)).toEqual(before);
    finish();
    expect((await answer).status).toBeLessThan(300);
    expect(await sandbox.posts(BUILDS)).toHaveLength(before.length + 1);
    expect(await sandbox.misses()).toEqual([]);
  });
});

it('leaves connectors alone when flows are off: they are none', async () => {
  const sandbox = await sandboxThatIs('flow-off');
  const { url } = await sandbox.createWebhook(BUILDS, 'connector');
  expect(await sandbox.postTo(url, CARD)).toMatchObject({ status: 200, text: '1' });
});

it('touches its channel alone, and outlives a restart until it is switched back', async () => {
  const sandbox = await sandboxThatIs('removed');
  const { url } = await sandbox.createWebhook(BUILDS, 'connector');
  const elsewhere = await sandbox.createWebhook(GENERAL, 'connector');
  expect(await sandbox.postTo(elsewhere.url, CARD)).toMatchObject({ text: '1' });

  const later = await runSandbox(database.url);
  expect((await later.state()).behaviours).toEqual({ [BUILDS]: 'removed' });
  expect((await later.postTo(url, CARD)).status).toBe(410);
  await later.call('PUT', channelPath(BUILDS, 'behaviour'), { behaviour: 'normal' });
  expect((await later.state()).behaviours).toEqual({});
  expect(await later.postTo(url, CARD)).toMatchObject({ text: '1' });
});

it('says no to a behaviour that there is not, and to a channel that there is not', async () => {
  const sandbox = await runSandbox(database.url);
  const call = (channelId: string, behaviour: string) =>
    sandbox.call('PUT', channelPath(channelId, 'behaviour'), { behaviour });
  expect((await call(BUILDS, 'odd')).status).toBe(400);
  expect((await call('19:nowhere', 'slow')).status).toBe(404);
});

it('tells of requests that were refused for what they are, too', async () => {
  const sandbox = await sandboxThatIs('normal');
  const { url } = await sandbox.createWebhook(BUILDS, 'connector');
  await sandbox.postTo(url, '{}');
  expect((await sandbox.misses()).at(-1)).toMatchObject({
    status: 400,
    words: 'Summary or Text is required.',
  });
});
