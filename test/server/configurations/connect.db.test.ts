import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { startTestApp, type TestApp } from '../../app.ts';
import { addConfiguration, newId } from '../../configuration-row.ts';
import { ZOE } from '../../people.ts';
import { expectProblem } from '../../problem.ts';
import { CONNECTOR_URL, WORKFLOW_URL } from '../destinations/webhooks.ts';

let test: TestApp;
let id: string;
beforeAll(async () => {
  test = await startTestApp();
});
beforeEach(async () => {
  id = newId();
  await addConfiguration(test.storage.prisma, {
    id,
    language: 'fr',
    destinationKind: null,
    destinationUrl: null,
    destinationFingerprint: null,
    destinationLabel: null,
  });
  for (const [url, answer] of [
    [CONNECTOR_URL, { status: 200, body: '1' }],
    [WORKFLOW_URL, { status: 202 }],
  ] as const) {
    test.teams.answer(url, answer);
    test.teams.posts(url).length = 0;
  }
  test.woken.length = 0;
});
afterAll(() => test.close());

const connect = (url?: string) =>
  test.as(ZOE, 'POST', `/api/configurations/${id}/connect`, url === undefined ? {} : { url });
const stored = () => test.storage.prisma.configuration.findUniqueOrThrow({ where: { id } });

describe('connecting', () => {
  it('greets the channel in its language, then sets the address', async () => {
    const answer = (await connect(WORKFLOW_URL)).json();
    expect(answer).toMatchObject({
      connected: true,
      test: { verdict: 'accepted', status: 202 },
      configuration: { id, version: 2, destination: { kind: 'workflow' } },
    });
    expect(JSON.stringify(test.teams.posts(WORKFLOW_URL))).toContain('Connecté');
    expect(test.woken).toEqual([id]);
    expect(test.vault.open((await stored()).destinationUrl ?? '', id)).toBe(WORKFLOW_URL);
  });

  it('again posts no second card and changes nothing', async () => {
    await connect(WORKFLOW_URL);
    const before = await stored();
    for (const url of [WORKFLOW_URL, undefined]) {
      const answer = (await connect(url)).json();
      expect(answer).toMatchObject({ connected: true, configuration: { version: 2 } });
      expect(answer).not.toHaveProperty('test');
    }
    expect(test.teams.posts(WORKFLOW_URL)).toHaveLength(1);
    expect(await stored()).toEqual(before);
  });

  it('twice at the same time posts one card', async () => {
    const answers = await Promise.all([connect(WORKFLOW_URL), connect(WORKFLOW_URL)]);
    expect(answers.map((answer) => answer.json().connected)).toEqual([true, true]);
    expect(test.teams.posts(WORKFLOW_URL)).toHaveLength(1);
  });

  it('sets nothing when the card is not taken, and says why in the words of Teams', async () => {
    test.teams.answer(CONNECTOR_URL, { status: 410, body: 'Connector configuration not found' });
    expect((await connect(CONNECTOR_URL)).json()).toMatchObject({
      connected: false,
      test: { verdict: 'dead', status: 410, words: 'Connector configuration not found' },
    });
    expect(await stored()).toMatchObject({ state: 'active', destinationUrl: null, version: 1 });
  });

  it('leaves the old address in its place when the new one takes no cards', async () => {
    await connect(WORKFLOW_URL);
    test.teams.answer(CONNECTOR_URL, { status: 200, body: 'HTTP error 500' });
    expect((await connect(CONNECTOR_URL)).json()).toMatchObject({
      connected: false,
      configuration: { destination: { kind: 'workflow' } },
    });
    expect(test.vault.open((await stored()).destinationUrl ?? '', id)).toBe(WORKFLOW_URL);
  });

  it('mends a broken one when its address takes cards again, and greets it anew', async () => {
    await connect(WORKFLOW_URL);
    await test.storage.prisma.configuration.update({
      where: { id },
      data: { state: 'broken', stateReason: 'Gone.', brokenAt: new Date() },
    });
    expect((await connect()).json()).toMatchObject({ connected: true, configuration: { state: 'active' } });
    expect(test.teams.posts(WORKFLOW_URL)).toHaveLength(2);
  });

  it('greets an address that was set without a card', async () => {
    await test.as(ZOE, 'PUT', `/api/configurations/${id}/destination`, { url: WORKFLOW_URL });
    expect((await connect(WORKFLOW_URL)).json()).toMatchObject({ connected: true, test: {} });
  });

  it('leaves a pause as it is', async () => {
    await test.storage.prisma.configuration.update({ where: { id }, data: { state: 'paused' } });
    expect((await connect(WORKFLOW_URL)).json()).toMatchObject({
      connected: true,
      configuration: { state: 'paused' },
    });
  });

  it('sets nothing behind the back of a caller that has given up', async () => {
    test.teams.answer(WORKFLOW_URL, 'silence', { status: 202 });
    await test.app.listen({ port: 0, host: '127.0.0.1' });
    const address = test.app.listeningOrigin;
    const control = new AbortController();
    const call = fetch(`${address}/api/configurations/${id}/connect`, {
      method: 'POST',
      headers: {
        authorization: `Bearer ${await test.issuer.sign(ZOE)}`,
        'content-type': 'application/json',
      },
      body: JSON.stringify({ url: WORKFLOW_URL }),
      signal: control.signal,
    });
    await vi.waitFor(() => expect(test.teams.posts(WORKFLOW_URL)).toHaveLength(1));
    control.abort();
    await expect(call).rejects.toThrow();
    await vi.waitFor(async () => expect((await stored()).testingUntil).toBeNull());
    expect(await stored()).toMatchObject({ destinationUrl: null, connectedFingerprint: null });
  });

  it('without an address, where none is stored, is refused', async () => {
    expectProblem(await connect(), 409, 'destination-missing');
  });

  it('is refused for what was removed meanwhile', async () => {
    await test.as(ZOE, 'DELETE', `/api/configurations/${id}`);
    expectProblem(await connect(WORKFLOW_URL), 410, 'configuration-removed');
    expect(test.teams.posts(WORKFLOW_URL)).toEqual([]);
  });
});
