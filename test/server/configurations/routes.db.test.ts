import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { startTestApp, type TestApp } from '../../app.ts';
import { addConfiguration } from '../../configuration-row.ts';
import { events } from '../../events.ts';
import { MALLORY, YANN, ZOE } from '../../people.ts';
import { expectProblem } from '../../problem.ts';
import { wanted } from './wanted.ts';

let test: TestApp;
beforeAll(async () => {
  test = await startTestApp();
});
beforeEach(async () => {
  test.clock.now = new Date('2026-11-21T10:00:00Z');
  await test.storage.pool.query('TRUNCATE configuration, event, delivery, attempt');
});
afterAll(() => test.close());

const create = (body: unknown = wanted(), person = ZOE) =>
  test.as(person, 'POST', '/api/configurations', body);
const stored = () => test.storage.prisma.configuration.findMany();

describe('reading', () => {
  it('gives back what was saved, to everybody of the organisation', async () => {
    const created = (await create()).json();
    for (const person of [ZOE, YANN]) {
      const answer = await test.as(person, 'GET', `/api/configurations/${created.id}`);
      expect([answer.statusCode, answer.json()]).toEqual([200, created]);
    }
  });

  it('tells why it is in its state', async () => {
    const { id } = await addConfiguration(test.storage.prisma, {
      state: 'broken',
      stateReason: 'It was removed.',
    });
    const answer = await test.as(ZOE, 'GET', `/api/configurations/${id}`);
    expect(answer.json()).toMatchObject({ state: 'broken', stateReason: 'It was removed.' });
  });
});

describe('changing', () => {
  const change = (id: string, body: unknown, person = ZOE) =>
    test.as(person, 'PATCH', `/api/configurations/${id}`, body);

  it('changes what is given and leaves the rest', async () => {
    const created = (await create()).json();
    test.clock.now = new Date('2026-11-21T12:00:00Z');
    const answer = await change(created.id, { version: 1, eventTypes: ['task.updated'] }, YANN);
    expect(answer.statusCode).toBe(200);
    expect(answer.json()).toEqual({
      ...created,
      version: 2,
      eventTypes: ['task.updated'],
      updatedByName: YANN.name,
      updatedAt: '2026-11-21T12:00:00.000Z',
    });
    const named = await change(created.id, { version: 2, name: 'Other', language: 'en' });
    expect(named.json()).toMatchObject({
      name: 'Other',
      language: 'en',
      eventTypes: ['task.updated'],
      version: 3,
    });
  });

  it('from a version that is no longer the newest is refused and changes nothing', async () => {
    const { id } = (await create()).json();
    await change(id, { version: 1, name: 'First' });
    for (const version of [1, 3])
      expectProblem(await change(id, { version, name: 'Late' }), 412, 'configuration-changed');
    expect(await stored()).toMatchObject([{ name: 'First', version: 2 }]);
  });

  it('at the same time from the same version succeeds once', async () => {
    const { id } = (await create()).json();
    const answers = await Promise.all(
      Array.from({ length: 20 }, (_, index) => change(id, { version: 1, name: `${index}` })),
    );
    expect(answers.map(({ statusCode }) => statusCode).sort()).toEqual([200, ...Array(19).fill(412)]);
  });

  it.each([
    [{ name: 'Without a version' }],
    [{ version: 0 }],
    [{ version: 1.5 }],
    [{ version: '1' }],
    [{ version: 2_147_483_648 }],
    [{ version: 1, name: '' }],
    [{ version: 1, eventTypes: [] }],
    [{ version: 1, tenantId: MALLORY.tenantId }],
    [{ version: 1, destinationUrl: 'https://example.com' }],
    [{ version: 1, state: 'active' }],
    ['[]'],
    ['null'],
  ])('with %j is refused and changes nothing', async (body) => {
    const { id } = (await create()).json();
    const before = await stored();
    expectProblem(await change(id, body), 400, 'invalid-request');
    expect(await stored()).toEqual(before);
  });

  it('to an event type that is not offered is refused', async () => {
    const { id } = (await create()).json();
    expectProblem(await change(id, { version: 1, eventTypes: ['task.deleted'] }), 400, 'unknown-event-type');
  });
});

describe('removing', () => {
  const remove = (id: string, person = ZOE) => test.as(person, 'DELETE', `/api/configurations/${id}`);

  it('ends it, and again changes nothing', async () => {
    const { id } = (await create()).json();
    expect((await remove(id)).statusCode).toBe(204);
    const [before] = await stored();
    expect(before).toMatchObject({ state: 'removed', removedAt: test.clock.now });
    test.clock.now = new Date('2026-11-21T13:00:00Z');
    const again = await remove(id, YANN);
    expect([again.statusCode, again.body]).toEqual([204, '']);
    expect(await stored()).toEqual([before]);
  });

  it('drops what was waiting and leaves what is settled', async () => {
    const { id } = await addConfiguration(test.storage.prisma);
    const other = await addConfiguration(test.storage.prisma);
    await test.send(events(2));
    const [first] = await test.storage.prisma.delivery.findMany({
      where: { configurationId: id },
      orderBy: { id: 'asc' },
    });
    await test.storage.prisma.delivery.update({ where: { id: first?.id ?? 0n }, data: { state: 'sent' } });
    await remove(id);
    const states = async (configurationId: string) =>
      (
        await test.storage.prisma.delivery.findMany({ where: { configurationId }, orderBy: { id: 'asc' } })
      ).map(({ state, settledAt }) => [state, settledAt !== null]);
    expect(await states(id)).toEqual([
      ['sent', false],
      ['dropped', true],
    ]);
    expect(await states(other.id)).toEqual([
      ['waiting', false],
      ['waiting', false],
    ]);
  });
});

it('a body that is broken, too large or of another kind is refused', async () => {
  expectProblem(await create('{"name"'), 400, 'invalid-json');
  expectProblem(await create({ ...wanted(), name: 'x'.repeat(70_000) }), 413, 'body-too-large');
  const authorization = `Bearer ${await test.issuer.sign(ZOE)}`;
  const headers = { authorization, 'content-type': 'text/plain' };
  const answer = await test.app.inject({
    method: 'POST',
    url: '/api/configurations',
    headers,
    payload: '{}',
  });
  expectProblem(answer, 415, 'unsupported-media-type');
});

it('no id of a person leaves the server', async () => {
  const created = await create();
  const read = await test.as(YANN, 'GET', `/api/configurations/${created.json().id}`);
  for (const { body } of [created, read])
    for (const id of [ZOE.objectId, ZOE.tenantId]) expect(body).not.toContain(id);
});
