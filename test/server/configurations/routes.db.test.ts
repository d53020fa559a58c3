import type { LightMyRequestResponse } from 'fastify';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { startTestApp, type TestApp } from '../../app.ts';
import { addConfiguration, newId } from '../../configuration-row.ts';
import { events } from '../../events.ts';
import { MALLORY, YANN, ZOE } from '../../people.ts';

let test: TestApp;
beforeAll(async () => {
  test = await startTestApp();
});
beforeEach(async () => {
  test.clock.now = new Date('2026-11-21T10:00:00Z');
  await test.storage.pool.query('TRUNCATE configuration, event CASCADE');
});
afterAll(() => test.close());

const wanted = () => ({
  creationKey: newId(),
  name: 'Tasks of the bakery',
  eventTypes: ['task.created'],
  language: 'fr',
  host: { kind: 'tab', teamName: 'Bakery', channelName: 'Général' },
});

const create = (body: unknown = wanted(), person = ZOE) =>
  test.as(person, 'POST', '/api/configurations', body);
const stored = () => test.storage.prisma.configuration.findMany();

function expectProblem(answer: LightMyRequestResponse, status: number, code: string) {
  expect([answer.statusCode, answer.json().code]).toEqual([status, code]);
  expect(answer.headers['content-type']).toMatch('application/problem+json');
}

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
      Array.from({ length: 5 }, (_, index) => change(id, { version: 1, name: `${index}` })),
    );
    expect(answers.map(({ statusCode }) => statusCode).sort()).toEqual([200, 412, 412, 412, 412]);
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

  it('leaves nothing that can be asked for', async () => {
    const { id } = (await create()).json();
    await remove(id);
    const url = `/api/configurations/${id}`;
    const answers = [
      await test.as(ZOE, 'GET', url),
      await test.as(ZOE, 'PATCH', url, { version: 2, name: 'x' }),
      await test.as(ZOE, 'GET', `${url}/deliveries`),
    ];
    for (const answer of answers) expectProblem(answer, 410, 'configuration-removed');
  });
});

describe('a configuration of another organisation', () => {
  const calls = (id: string) => {
    const url = `/api/configurations/${id}`;
    const webhook = { url: `https://contoso.webhook.office.com/webhookb2/${newId()}@x/IncomingWebhook/y/z` };
    return [
      () => test.as(MALLORY, 'GET', url),
      () => test.as(MALLORY, 'PATCH', url, { version: 1, name: 'x' }),
      () => test.as(MALLORY, 'DELETE', url),
      () => test.as(MALLORY, 'PUT', `${url}/destination`, webhook),
      () => test.as(MALLORY, 'GET', `${url}/deliveries`),
    ];
  };

  it.each(['active', 'removed'] as const)(
    'is answered as one that never was, also when it is %s',
    async (state) => {
      const { id } = await addConfiguration(test.storage.prisma, { state });
      const before = await stored();
      for (const [index, call] of calls(id).entries()) {
        const answer = await call();
        const unknown = await calls(newId())[index]?.();
        expectProblem(answer, 404, 'configuration-not-found');
        const { requestId: _one, ...body } = answer.json();
        const { requestId: _other, ...same } = unknown?.json() ?? {};
        expect(body).toEqual(same);
        expect(answer.body.length).toBe(unknown?.body.length);
      }
      expect(await stored()).toEqual(before);
    },
  );

  it.each(['x', '../..', '\u0000', '\ufffd', "'; DROP TABLE configuration;--", 'x'.repeat(200)])(
    'is as unknown as an id that none could have: %j',
    async (id) => {
      const answer = await test.as(ZOE, 'GET', `/api/configurations/${encodeURIComponent(id)}`);
      expectProblem(answer, 404, 'configuration-not-found');
    },
  );
});

describe('who is not signed in', () => {
  const REQUESTS = [
    ['POST', '/api/configurations'],
    ['GET', '/api/configurations/x'],
    ['PATCH', '/api/configurations/x'],
    ['DELETE', '/api/configurations/x'],
    ['PUT', '/api/configurations/x/destination'],
    ['GET', '/api/configurations/x/deliveries?cursor=x'],
    ['POST', '/api/destinations/recognise'],
  ] as const;

  it.each(REQUESTS)('is told so before anything else is looked at: %s %s', async (method, url) => {
    const authorizations = [
      undefined,
      'Bearer',
      'Bearer a.b.c',
      'Basic eDp5',
      `Bearer ${await test.newKey('events')}`,
    ];
    for (const authorization of authorizations) {
      for (const payload of ['{"broken', '{}', 'x'.repeat(100_000)]) {
        const headers = { ...(authorization && { authorization }), 'content-type': 'application/json' };
        const answer = await test.app.inject({ method, url, headers, payload });
        expectProblem(answer, 401, 'not-signed-in');
      }
    }
  });

  it('by a token of an organisation that is not allowed, or of another issuer, is told so', async () => {
    const foreign = { ...MALLORY, tenantId: '11111111-aaaa-4bbb-8ccc-000000000009' };
    expectProblem(await create(wanted(), foreign), 403, 'tenant-not-allowed');
    const authorization = `Bearer ${await test.issuer.sign(ZOE, { aud: MALLORY.objectId })}`;
    const answer = await test.app.inject({
      method: 'GET',
      url: '/api/configurations/x',
      headers: { authorization },
    });
    expectProblem(answer, 401, 'not-signed-in');
  });

  it('can read what the connector offers', async () => {
    const answer = await test.app.inject('/api/connector?language=fr');
    expect(answer.statusCode).toBe(200);
    expect(answer.json()).toMatchObject({
      name: 'Cardwire',
      sandbox: false,
      limits: { nameLength: 80, urlLength: 2_048 },
      eventGroups: expect.arrayContaining([expect.objectContaining({ id: 'tasks', title: 'Tâches' })]),
    });
    expectProblem(await test.app.inject('/api/connector?language=de'), 400, 'invalid-request');
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
