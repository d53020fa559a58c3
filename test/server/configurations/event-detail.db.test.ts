import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestApp, type TestApp } from '../../app.ts';
import { addConfiguration } from '../../configuration-row.ts';
import { event } from '../../events.ts';
import { MALLORY, ZOE } from '../../people.ts';

let test: TestApp;
let id: string;
let number: bigint;
const DATA = { title: 'Order <b>the</b> cake', nested: { list: [1, { deep: 'value' }] } };
const given = event({ data: DATA });
beforeAll(async () => {
  test = await startTestApp();
  ({ id } = await addConfiguration(test.storage.prisma));
  await test.send([given]);
  number = (await test.storage.prisma.event.findFirstOrThrow()).id;
});
afterAll(() => test.close());

const read = (of: string, which: string, person = ZOE) =>
  test.as(person, 'GET', `/api/configurations/${of}/events/${encodeURIComponent(which)}`);

describe('an event by its number', () => {
  it('is told whole, with what became of it', async () => {
    const answer = await read(id, String(number));
    expect(answer.statusCode).toBe(200);
    expect(answer.json()).toMatchObject({
      number: String(number),
      source: given.source,
      id: given.id,
      type: given.type,
      data: DATA,
      explanation: { delivery: { state: 'waiting' } },
    });
    expect(answer.json().explanation.steps.map((step: { code: string }) => step.code)).toContain('chosen');
  });

  it.each(['0', '999999', '-1', '1.5', 'NaN', '\u0000', '9'.repeat(18), '9'.repeat(40), "1' OR true"])(
    'is not found by %j',
    async (which) => {
      const answer = await read(id, which);
      expect(answer.statusCode).toBe(404);
      expect(answer.json().code).toBe('event-not-found');
    },
  );

  it('of another channel looks as one that never was', async () => {
    const { id: other } = await addConfiguration(test.storage.prisma, { eventTypes: ['task.updated'] });
    const [foreign, none] = [await read(other, String(number)), await read(other, '999999')];
    expect(foreign.statusCode).toBe(404);
    expect({ ...foreign.json(), requestId: '' }).toEqual({ ...none.json(), requestId: '' });
  });

  it('is not told to another organisation, nor without signing in', async () => {
    const answer = await read(id, String(number), MALLORY);
    expect(answer.json().code).toBe('configuration-not-found');
    const nobody = await test.app.inject({ url: `/api/configurations/${id}/events/${number}` });
    expect(nobody.statusCode).toBe(401);
  });

  it('is still told when its configuration was removed: that can be undone', async () => {
    await test.as(ZOE, 'DELETE', `/api/configurations/${id}`);
    expect((await read(id, String(number))).json()).toMatchObject({
      explanation: { delivery: { state: 'dropped' } },
    });
  });
});
