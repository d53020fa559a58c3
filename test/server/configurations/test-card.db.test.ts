import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { startTestApp, type TestApp } from '../../app.ts';
import { addConfiguration, newId } from '../../configuration-row.ts';
import { MALLORY, ZOE } from '../../people.ts';
import { expectProblem } from '../../problem.ts';
import { CONNECTOR_URL, SIGNATURE, WORKFLOW_URL } from '../destinations/webhooks.ts';

let test: TestApp;
let id: string;
beforeAll(async () => {
  test = await startTestApp();
});
beforeEach(async () => {
  id = newId();
  await add();
  test.teams.answer(CONNECTOR_URL, { status: 200, body: '1' });
  test.teams.answer(WORKFLOW_URL, { status: 202 });
  test.teams.posts(CONNECTOR_URL).length = 0;
  test.teams.posts(WORKFLOW_URL).length = 0;
  test.woken.length = 0;
});
afterAll(() => test.close());

/** A configuration that posts to the connector. */
const add = (change: object = {}) =>
  addConfiguration(test.storage.prisma, {
    id,
    destinationKind: 'connector',
    destinationUrl: test.vault.seal(CONNECTOR_URL, id),
    destinationFingerprint: test.vault.fingerprint(CONNECTOR_URL),
    destinationLabel: 'contoso …1234',
    ...change,
  });
const change = (data: object) => test.storage.prisma.configuration.update({ where: { id }, data });
const send = (body: object = {}, person = ZOE) =>
  test.as(person, 'POST', `/api/configurations/${id}/test`, body);
const stored = () => test.storage.prisma.configuration.findUniqueOrThrow({ where: { id } });
const attempts = () => test.storage.prisma.attempt.findMany({ where: { configurationId: id } });

describe('a test card', () => {
  it('is posted at once, and its verdict told', async () => {
    const answer = await send();
    expect([answer.statusCode, answer.json()]).toEqual([
      200,
      {
        verdict: 'posted',
        status: 200,
        words: '1',
        destination: { kind: 'connector', label: 'contoso …1234', retiredSince: '2026-05-22' },
      },
    ]);
    expect(test.teams.posts(CONNECTOR_URL)).toEqual([
      expect.objectContaining({ '@type': 'MessageCard', summary: 'Test card' }),
    ]);
  });

  it('is written down as an attempt that carried no delivery, and counted', async () => {
    await send();
    expect(await attempts()).toEqual([
      expect.objectContaining({ kind: 'test', verdict: 'posted', carried: 0, firstDeliveryId: null }),
    ]);
    const key = await test.newKey('operate');
    const metrics = await test.app.inject({
      url: '/metrics',
      headers: { authorization: `Bearer ${key}` },
    });
    expect(metrics.body).toMatch(/cardwire_attempts_total\{kind="test",verdict="posted"\} [1-9]/);
  });

  it.each(['paused', 'active'] as const)(
    'is posted though the channel is %s and holds back',
    async (state) => {
      const pausedUntil = new Date('2030-01-01T00:00:00Z');
      await change({
        state,
        pausedUntil,
        holdUntil: pausedUntil,
        schedule: { kind: 'daily', time: '09:00' },
      });
      expect((await send()).json()).toMatchObject({ verdict: 'posted' });
      expect(await stored()).toMatchObject({ state, holdUntil: pausedUntil });
    },
  );

  it('goes to an address that is only tried, and says nothing of the stored one', async () => {
    test.teams.answer(WORKFLOW_URL, { status: 404, body: '{"error":{"code":"WorkflowNotFound"}}' });
    expect((await send({ url: WORKFLOW_URL })).json()).toMatchObject({
      verdict: 'dead',
      status: 404,
      words: 'WorkflowNotFound',
      destination: { kind: 'workflow' },
    });
    expect(await stored()).toMatchObject({ state: 'active', destinationKind: 'connector' });
  });

  it('tells the words of Teams, without secrets, in an answer and nowhere in the log', async () => {
    test.teams.answer(CONNECTOR_URL, { status: 410, body: `Gone: ${WORKFLOW_URL}` });
    const answer = await send();
    expect(answer.json()).toMatchObject({ verdict: 'dead', status: 410 });
    expect(answer.body + test.log.join('')).not.toContain(SIGNATURE);
  });

  it('that shows the destination dead breaks an active configuration, and one that arrives mends it', async () => {
    test.teams.answer(CONNECTOR_URL, { status: 410, body: 'Connector configuration not found' });
    await send();
    expect(await stored()).toMatchObject({
      state: 'broken',
      stateReason: 'Connector configuration not found',
      brokenAt: expect.any(Date),
    });

    test.teams.answer(CONNECTOR_URL, { status: 200, body: '1' });
    test.woken.length = 0;
    await send();
    expect(await stored()).toMatchObject({ state: 'active', stateReason: null, brokenAt: null });
    expect(test.woken).toEqual([id]);
  });

  it('that Teams throttles makes the channel wait, too', async () => {
    test.teams.answer(CONNECTOR_URL, { status: 429 });
    expect((await send()).json()).toMatchObject({ verdict: 'try_again', status: 429 });
    const { holdUntil } = await stored();
    expect((holdUntil?.getTime() ?? 0) - Date.now()).toBeGreaterThan(50_000);
  });

  it('without an answer says so', async () => {
    test.teams.answer(CONNECTOR_URL, 'reset');
    const result = (await send()).json();
    expect(result).toMatchObject({ verdict: 'try_again', noAnswer: 'closed' });
    expect(result).not.toHaveProperty('status');
  });

  it('keeps the pace: four in a second are the most, and a few more in a minute are refused', async () => {
    const answers = await Promise.all(Array.from({ length: 6 }, () => send()));
    const codes = answers.map(({ statusCode }) => statusCode).sort();
    expect(codes).toEqual([200, 200, 200, 200, 200, 429]);
    expect(answers.find(({ statusCode }) => statusCode === 429)?.json().code).toBe('test-too-soon');
    expect(test.teams.mostAtATime(CONNECTOR_URL)).toBe(1);
    const starts = (await attempts()).map(({ startedAt }) => startedAt.getTime()).sort((a, b) => a - b);
    expect((starts[4] ?? 0) - (starts[0] ?? 0)).toBeGreaterThanOrEqual(1_000);
  });

  it.each([
    ['no address', {}, 409, 'destination-missing'],
    ['an address of somebody else', { url: 'https://example.com/hook' }, 400, 'webhook-url-refused'],
    ['something more', { url: WORKFLOW_URL, loud: true }, 400, 'invalid-request'],
  ] as const)('is refused for %s', async (_name, body, status, code) => {
    await change({ destinationKind: null, destinationUrl: null, destinationFingerprint: null });
    expectProblem(await send(body), status, code);
    expect(await attempts()).toEqual([]);
  });

  it('is refused to other organisations, and for what was removed', async () => {
    expectProblem(await send({}, MALLORY), 404, 'configuration-not-found');
    await change({ state: 'removed' });
    expectProblem(await send(), 410, 'configuration-removed');
    expect(await attempts()).toEqual([]);
  });

  it('is not held up by a node that died in the middle of one', async () => {
    await change({ testingUntil: new Date(Date.now() - 1) });
    expect((await send()).statusCode).toBe(200);
  });
});
