import Fastify, { type FastifyInstance } from 'fastify';
import { describe, expect, it, onTestFinished } from 'vitest';
import { verifyGithubSignature } from '../../../server/events/sources/github-signature.ts';
import { SAMPLES } from '../../../server/sandbox/samples.ts';
import { sendFreeEvent, sendSample } from '../../../server/sandbox/send-event.ts';

const SECRETS = { apiKey: 'cw_key', githubSecret: 'github secret' };
const NOW = new Date('2026-11-21T08:00:00Z');

interface Arrived {
  url: string;
  headers: Record<string, unknown>;
  body: Buffer;
}

/** An intake that keeps what arrives. */
function intake(status = 202): { app: FastifyInstance; arrived: Arrived[] } {
  const arrived: Arrived[] = [];
  const app = Fastify();
  onTestFinished(() => app.close());
  app.removeAllContentTypeParsers();
  app.addContentTypeParser('*', { parseAs: 'buffer' }, (_request, body, done) => done(null, body));
  app.post<{ Body: Buffer }>('/api/*', async ({ url, headers, body }, reply) => {
    arrived.push({ url, headers, body });
    return reply.code(status).send({ events: [] });
  });
  return { app, arrived };
}

describe('a sample of GitHub', () => {
  it('is signed as GitHub signs', async () => {
    const { app, arrived } = intake();
    await sendSample(app, SECRETS, await SAMPLES['github-push'](NOW));
    const [request] = arrived;
    expect(request).toMatchObject({
      url: '/api/sources/github',
      headers: { 'x-github-event': 'push', 'content-type': 'application/json' },
    });
    const signature = String(request?.headers['x-hub-signature-256']);
    expect(verifyGithubSignature([SECRETS.githubSecret], request?.body ?? Buffer.of(), signature)).toBe(true);
  });

  it('is a delivery of its own each time it is sent', async () => {
    const { app, arrived } = intake();
    const sample = await SAMPLES['github-push'](NOW);
    await sendSample(app, SECRETS, sample);
    await sendSample(app, SECRETS, sample);
    expect(new Set(arrived.map(({ headers }) => headers['x-github-delivery'])).size).toBe(2);
  });
});

describe('an event of the connector', () => {
  it('is sent as a CloudEvent with the key', async () => {
    const { app, arrived } = intake();
    await sendSample(app, SECRETS, await SAMPLES['task-created'](NOW));
    expect(arrived[0]).toMatchObject({
      url: '/api/events',
      headers: { authorization: 'Bearer cw_key' },
    });
    expect(arrived[0]?.headers['content-type']).toContain('application/cloudevents+json');
    expect(JSON.parse(String(arrived[0]?.body))).toMatchObject({
      type: 'task.created',
      time: NOW.toISOString(),
    });
  });

  it('is sent in the short form when somebody wrote it', async () => {
    const { app, arrived } = intake();
    const event = { type: 'task.created', title: 'Order the cake', text: 'For Friday.' };
    await sendFreeEvent(app, SECRETS, event);
    expect(arrived[0]).toMatchObject({ url: '/api/events', headers: { authorization: 'Bearer cw_key' } });
    expect(JSON.parse(String(arrived[0]?.body))).toEqual(event);
  });
});

it.each([
  [202, true],
  [200, true],
  [400, false],
  [503, false],
])('tells that an answer with %i was accepted: %j', async (status, accepted) => {
  const { app } = intake(status);
  const result = await sendFreeEvent(app, SECRETS, { type: 'a', title: 'b' });
  expect(result).toEqual({ accepted, status, body: '{"events":[]}' });
});
