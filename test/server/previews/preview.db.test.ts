import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { connector } from '../../../manifest/connector.ts';
import { startTestApp, type TestApp } from '../../app.ts';
import { event } from '../../events.ts';
import { MALLORY, ZOE } from '../../people.ts';
import { expectProblem } from '../../problem.ts';

let test: TestApp;
beforeAll(async () => {
  test = await startTestApp();
});
afterAll(() => test.close());

const preview = (body: object, person = ZOE) =>
  test.as(person, 'POST', '/api/preview', { kind: 'workflow', language: 'en', ...body });

/** Accepts an event and gives its number. */
async function accept(change: Parameters<typeof event>[0]): Promise<string> {
  const accepted = event(change);
  expect((await test.send([accepted])).statusCode).toBe(202);
  const row = await test.storage.prisma.event.findFirstOrThrow({ where: { sourceId: accepted.id } });
  return String(row.id);
}

describe('the sample of a type', () => {
  const types = connector.eventGroups.flatMap((group) => group.eventTypes.map(({ type }) => type));

  it.each(types)('is drawn for both kinds of webhook: %s', async (eventType) => {
    const workflow = (await preview({ eventType })).json();
    expect(workflow).toMatchObject({ kind: 'workflow', sample: true, payload: { type: 'message' } });
    expect(workflow.payload.summary).toBe(workflow.title);
    expect(workflow.bytes).toBe(Buffer.byteLength(JSON.stringify(workflow.payload)));
    const card = (await preview({ eventType, kind: 'connector' })).json();
    expect(card).toMatchObject({ kind: 'connector', payload: { '@type': 'MessageCard' } });
  });

  it('speaks the language and has the time of the channel', async () => {
    const body = { eventType: 'task.created', language: 'fr', timeZone: 'Asia/Tokyo' };
    const { payload, title } = (await preview(body)).json();
    expect(title).toContain('Nouvelle tâche');
    expect(JSON.stringify(payload)).toContain('19:00');
  });
});

describe('an event that came', () => {
  it('is drawn as its channels got it', async () => {
    const number = await accept({ data: { title: 'Order the cake' } });
    expect((await preview({ event: number })).json()).toMatchObject({
      sample: false,
      title: 'New task: Order the cake',
    });
  });

  it('has the links of the channel’s pages, as its cards have, once it is set up', async () => {
    const number = await accept({});
    const configuration = 'A'.repeat(22);
    const { payload } = (await preview({ event: number, configuration })).json();
    const text = JSON.stringify(payload);
    for (const page of [
      `/event?id=${configuration}&event=${number}`,
      `/channel?id=${configuration}&do=pause`,
    ]) {
      expect(text).toContain(page);
    }
    expect(JSON.stringify((await preview({ event: number })).json())).not.toContain('do=pause');
  });

  it("is found by its own organisation alone, and another's is as one that never was", async () => {
    const number = await accept({ tenantId: ZOE.tenantId });
    expect((await preview({ event: number })).statusCode).toBe(200);
    const [others, none] = [
      await preview({ event: number }, MALLORY),
      await preview({ event: '999999999' }, ZOE),
    ];
    expectProblem(others, 404, 'event-not-found');
    expect({ ...others.json(), requestId: '' }).toEqual({ ...none.json(), requestId: '' });
  });
});

describe('what cannot be drawn is refused', () => {
  it('a type that the connector does not offer', async () => {
    const answer = await preview({ eventType: 'no.such' });
    expectProblem(answer, 400, 'unknown-event-type');
    expect(answer.json().errors).toMatchObject([{ pointer: '/eventType' }]);
  });

  it.each([{}, { eventType: 'task.created', event: '1' }])('neither or both: %j', async (body) => {
    expectProblem(await preview(body), 400, 'invalid-request');
  });

  it('a time zone that nobody knows', async () => {
    const answer = await preview({ eventType: 'task.created', timeZone: 'Mars/Olympus' });
    expectProblem(answer, 400, 'invalid-request');
    expect(answer.json().errors).toMatchObject([{ pointer: '/timeZone' }]);
  });

  it('somebody who has not signed in', async () => {
    const payload = { eventType: 'task.created', kind: 'workflow', language: 'en' };
    expectProblem(
      await test.app.inject({ method: 'POST', url: '/api/preview', payload }),
      401,
      'not-signed-in',
    );
  });
});
