import { type AddressInfo, connect } from 'node:net';
import { text } from 'node:stream/consumers';
import Fastify, { type FastifyBaseLogger, type FastifyInstance } from 'fastify';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createLogger } from '../../../server/logger.ts';
import { answerError, problems } from '../../../server/plugins/problems.ts';
import { PROBLEMS, type ProblemCode, ProblemError } from '../../../server/problem.ts';

const SECRET = 'https://contoso.webhook.office.com/webhookb2/very-secret';
const CODES = Object.keys(PROBLEMS) as ProblemCode[];

let app: FastifyInstance;
let log: string[];
/** What the route `/throws` throws. */
let thrown: unknown;

beforeEach(async () => {
  log = [];
  const stream = { write: (line: string) => void log.push(line) };
  const logger: FastifyBaseLogger = createLogger({ logLevel: 'info', production: true }, stream);
  app = Fastify({
    loggerInstance: logger,
    bodyLimit: 100,
    frameworkErrors: answerError,
  });
  await app.register(problems);
  app.get('/throws', async () => {
    throw thrown;
  });
  app.post('/takes', {
    schema: {
      body: {
        type: 'object',
        required: ['name'],
        additionalProperties: false,
        properties: { name: { type: 'string', maxLength: 3 }, tags: { type: 'array', maxItems: 1 } },
      },
      querystring: { type: 'object', properties: { page: { type: 'string', pattern: '^a$' } } },
    },
    handler: async () => ({}),
  });
  app.get('/things/:id', async () => ({}));
});
afterEach(() => app.close());

async function answerTo(error: unknown) {
  thrown = error;
  return app.inject('/throws');
}

describe('a problem', () => {
  it.each(CODES)('is answered with its status and words: %s', async (code) => {
    const answer = await answerTo(new ProblemError(code, 'Do this.', [{ pointer: '/a', detail: 'is b.' }]));
    const { status, title } = PROBLEMS[code];
    expect(answer.statusCode).toBe(status);
    expect(answer.headers['content-type']).toMatch('application/problem+json');
    expect(answer.json()).toEqual({
      type: `urn:cardwire:problem:${code}`,
      title,
      status,
      code,
      detail: 'Do this.',
      errors: [{ pointer: '/a', detail: 'is b.' }],
      requestId: expect.any(String),
    });
  });

  it('without fields names none', async () => {
    expect((await answerTo(new ProblemError('not-found', 'x'))).json()).not.toHaveProperty('errors');
  });

  it('that the caller can mend is not logged as an error', async () => {
    await answerTo(new ProblemError('invalid-request', 'x'));
    expect(log.map((line) => JSON.parse(line).level)).not.toContain(50);
  });
});

describe('an error that nobody foresaw', () => {
  it('says nothing of its cause, and how to find it in the log', async () => {
    const answer = await answerTo(new Error(`cannot post to ${SECRET}`, { cause: new Error('secret') }));
    expect(answer.statusCode).toBe(500);
    expect(answer.json()).toEqual({
      type: 'urn:cardwire:problem:internal',
      title: 'Something went wrong on the server',
      status: 500,
      code: 'internal',
      detail: 'This is a fault of the server. Its log has more under the requestId.',
      requestId: expect.any(String),
    });
    const entry = log.map((line) => JSON.parse(line)).find(({ level }) => level === 50);
    expect(entry).toMatchObject({
      reqId: answer.json().requestId,
      err: { message: 'cannot post to https://contoso.webhook.office.com/[…]' },
    });
    expect(log.join()).not.toContain('very-secret');
  });

  it.each([['text'], [5], [{ a: 1 }], [Object.assign(new Error('x'), { statusCode: 200 })]])(
    'is one whatever was thrown: %j',
    async (error) => {
      const answer = await answerTo(error);
      expect([answer.statusCode, answer.json().code]).toEqual([500, 'internal']);
    },
  );
});

it.each([
  [403, 404, 'not-found'],
  [404, 404, 'not-found'],
  [400, 400, 'invalid-request'],
  [416, 400, 'invalid-request'],
  [500, 500, 'internal'],
  [503, 500, 'internal'],
])(
  'a status that a plugin of Fastify gives to its error is understood: %i',
  async (statusCode, status, code) => {
    const answer = await answerTo(Object.assign(new Error(SECRET), { statusCode }));
    expect([answer.statusCode, answer.json().code]).toEqual([status, code]);
    expect(answer.body).not.toContain('very-secret');
  },
);

describe('a database that is away', () => {
  it.each([
    { code: 'ECONNREFUSED' },
    { code: 'ECONNRESET' },
    { code: 'P1001' },
    { code: 'P2024' },
    { code: '08006' },
    { code: '53300' },
    { code: '57P01' },
    {
      code: 'P2039',
      message: 'Database error. Code: `57P03`. Message: `the database system is starting up`',
    },
    { message: 'timeout exceeded when trying to connect' },
    { message: 'Connection terminated unexpectedly' },
  ])('is told apart from a fault: %j', async (error) => {
    const answer = await answerTo(Object.assign(new Error('x'), error));
    expect([answer.statusCode, answer.json().code]).toEqual([503, 'unavailable']);
  });

  it.each([
    { code: '23505' },
    { code: 'P2010', message: 'Raw query failed. Code: `40P01`.' },
    { code: 'P2002' },
    { code: '42P01' },
    { code: 'ENOENT' },
  ])('is not what other errors of it are taken for: %j', async (error) => {
    expect((await answerTo(Object.assign(new Error('x'), error))).statusCode).toBe(500);
  });
});

describe('a request that is not valid', () => {
  it('is told every field that is wrong, and what to do', async () => {
    const answer = await app.inject({
      method: 'POST',
      url: '/takes',
      payload: { name: 'long', tags: [1, 2], other: 1 },
    });
    expect(answer.statusCode).toBe(400);
    expect(answer.json()).toMatchObject({
      code: 'invalid-request',
      errors: expect.arrayContaining([{ pointer: '/name', detail: 'may have at most 3 characters.' }]),
    });
  });

  it.each([
    ['JSON that is broken', '{"name"', 'application/json', 400, 'invalid-json'],
    ['JSON that is empty', '', 'application/json', 400, 'invalid-json'],
    [
      'JSON that reaches for prototypes',
      '{"name": "a", "__proto__": {"b": 1}}',
      'application/json',
      400,
      'invalid-json',
    ],
    ['too much', `{"name": "${'x'.repeat(200)}"}`, 'application/json', 413, 'body-too-large'],
    ['another form', 'name=a', 'application/x-www-form-urlencoded', 415, 'unsupported-media-type'],
    ['no form', 'name', undefined, 415, 'unsupported-media-type'],
  ])('because it brings %s', async (_what, payload, type, status, code) => {
    const headers = type === undefined ? {} : { 'content-type': type };
    const answer = await app.inject({ method: 'POST', url: '/takes', payload, headers });
    expect([answer.statusCode, answer.json().code]).toEqual([status, code]);
    expect(answer.headers['content-type']).toMatch('application/problem+json');
  });

  it('because it brings nothing at all', async () => {
    const answer = await app.inject({ method: 'POST', url: '/takes' });
    expect(answer.json()).toMatchObject({ code: 'invalid-request', detail: 'The body must be an object.' });
  });

  it.each(['/things/%zz', '/things/%', '/%c0%af'])('because its address is broken: %s', async (url) => {
    const answer = await app.inject(url);
    expect([answer.statusCode, answer.json().code]).toEqual([400, 'invalid-request']);
    expect(answer.headers['content-type']).toMatch('application/problem+json');
  });

  it('because its address is too long for anything here', async () => {
    const answer = await app.inject(`/things/${'x'.repeat(1_000)}`);
    expect([answer.statusCode, answer.json().code]).toEqual([404, 'not-found']);
  });
});

it('an address that is not there is named without its query', async () => {
  const answer = await app.inject({ method: 'PUT', url: '/nowhere?code=very-secret' });
  expect(answer.statusCode).toBe(404);
  expect(answer.json()).toMatchObject({ code: 'not-found', detail: 'There is no PUT /nowhere.' });
});

it('what is no HTTP is refused without an answer to read', async () => {
  await app.listen({ port: 0, host: '127.0.0.1' });
  const { port } = app.server.address() as AddressInfo;
  const socket = connect(port, '127.0.0.1');
  socket.end('very-secret\r\n\r\n');
  expect(await text(socket)).toMatch(/^HTTP\/1\.1 400 Bad Request/);
  expect(log.join()).not.toContain('very-secret');
});
