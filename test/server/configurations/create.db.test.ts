import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { startTestApp, type TestApp } from '../../app.ts';
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

describe('creating', () => {
  it('stores what the channel wants, under an id that cannot be guessed, without a destination', async () => {
    const body = wanted();
    const answer = await create(body);
    expect(answer.statusCode).toBe(201);
    expect(answer.json()).toEqual({
      id: expect.stringMatching(/^[\w-]{22}$/),
      version: 1,
      state: 'active',
      name: body.name,
      eventTypes: ['task.created'],
      language: 'fr',
      schedule: { kind: 'immediately' },
      timeZone: 'UTC',
      host: body.host,
      createdByName: ZOE.name,
      updatedByName: ZOE.name,
      createdAt: '2026-11-21T10:00:00.000Z',
      updatedAt: '2026-11-21T10:00:00.000Z',
    });
    expect(await stored()).toMatchObject([
      { tenantId: ZOE.tenantId, createdBy: ZOE.objectId, destinationUrl: null },
    ]);
  });

  it('again with the same key changes the same configuration', async () => {
    const body = wanted();
    const first = await create(body);
    test.clock.now = new Date('2026-11-21T11:00:00Z');
    const second = await create({ ...body, name: 'Other', eventTypes: ['task.updated'] }, YANN);
    expect(second.statusCode).toBe(200);
    expect(second.json()).toEqual({
      ...first.json(),
      version: 2,
      name: 'Other',
      eventTypes: ['task.updated'],
      updatedByName: YANN.name,
      updatedAt: '2026-11-21T11:00:00.000Z',
    });
    expect(await stored()).toHaveLength(1);
  });

  it('at the same time with the same key makes one configuration', async () => {
    const body = wanted();
    const answers = await Promise.all(Array.from({ length: 5 }, () => create(body)));
    expect(answers.map(({ statusCode }) => statusCode).sort()).toEqual([200, 200, 200, 200, 201]);
    expect(new Set(answers.map((answer) => answer.json().id)).size).toBe(1);
  });

  it('with the key of another organisation makes another configuration', async () => {
    const body = wanted();
    const [hers, theirs] = [await create(body), await create(body, MALLORY)];
    expect(theirs.statusCode).toBe(201);
    expect(theirs.json().id).not.toBe(hers.json().id);
  });

  it('with an event type that is not offered is refused, and the types are named', async () => {
    const answer = await create({ ...wanted(), eventTypes: ['task.created', 'task.deleted', 'constructor'] });
    expectProblem(answer, 400, 'unknown-event-type');
    expect(answer.json().errors).toEqual([
      { pointer: '/eventTypes/1', detail: 'is not offered by this connector.' },
      { pointer: '/eventTypes/2', detail: 'is not offered by this connector.' },
    ]);
    expect(await stored()).toEqual([]);
  });

  const long = (length: number) => 'x'.repeat(length);
  const host = { kind: 'tab' };
  it.each<[string, Record<string, unknown>, string, string]>([
    ['no name', { name: undefined }, '/name', 'is missing.'],
    ['an empty name', { name: '' }, '/name', 'must not be empty.'],
    ['a long name', { name: long(81) }, '/name', 'may have at most 80 characters.'],
    ['a name of two lines', { name: 'a\nb' }, '/name', 'holds characters that do not belong there.'],
    ['a name with NUL', { name: 'a\u0000b' }, '/name', 'holds characters that do not belong there.'],
    ['a number as name', { name: 5 }, '/name', 'must be a string.'],
    ['no event types', { eventTypes: [] }, '/eventTypes', 'must not be empty.'],
    [
      'too many event types',
      { eventTypes: Array.from({ length: 201 }, (_, i) => `t${i}`) },
      '/eventTypes',
      'may have at most 200 entries.',
    ],
    ['a long event type', { eventTypes: [long(201)] }, '/eventTypes/0', 'may have at most 200 characters.'],
    ['event types that are no list', { eventTypes: 'task.created' }, '/eventTypes', 'must be an array.'],
    ['a language that is not spoken', { language: 'de' }, '/language', 'must be one of "en", "fr".'],
    [
      'a host that is not known',
      { host: { kind: 'browser' } },
      '/host/kind',
      'must be one of "connector", "tab".',
    ],
    ['no host', { host: undefined }, '/host', 'is missing.'],
    [
      'a long team',
      { host: { ...host, teamName: long(201) } },
      '/host/teamName',
      'may have at most 200 characters.',
    ],
    [
      'a long channel',
      { host: { ...host, channelName: long(201) } },
      '/host/channelName',
      'may have at most 200 characters.',
    ],
    ['a short key', { creationKey: 'a' }, '/creationKey', 'holds characters that do not belong there.'],
    [
      'a field that is not known',
      { destinationUrl: 'x' },
      '/destinationUrl',
      'is not known here: leave it out.',
    ],
    [
      'a field of the host that is not known',
      { host: { ...host, a: 1 } },
      '/host/a',
      'is not known here: leave it out.',
    ],
  ])('with %s is refused, and what is wrong is named', async (_what, change, pointer, detail) => {
    const answer = await create({ ...wanted(), ...change });
    expectProblem(answer, 400, 'invalid-request');
    expect(answer.json().errors).toEqual([{ pointer, detail }]);
    expect(answer.json().detail).toContain(`${pointer} ${detail}`);
    expect(await stored()).toEqual([]);
  });

  it('with the same event type twice is refused', async () => {
    expectProblem(
      await create({ ...wanted(), eventTypes: ['task.created', 'task.created'] }),
      400,
      'invalid-request',
    );
  });

  it('with a name in any script, to its full length, keeps it', async () => {
    for (const name of [
      'é'.repeat(80),
      '😀'.repeat(40),
      'مهام <b>&"\'\\',
      "Robert'); DROP TABLE configuration;--",
    ]) {
      expect((await create({ ...wanted(), name })).json().name).toBe(name);
    }
  });

  it('after it was removed brings it back', async () => {
    const body = wanted();
    const { id } = (await create(body)).json();
    await test.as(ZOE, 'DELETE', `/api/configurations/${id}`);
    const again = await create(body);
    expect([again.statusCode, again.json()]).toMatchObject([200, { id, state: 'active' }]);
  });
});
