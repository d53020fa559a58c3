import { Agent, request } from 'node:http';
import { text } from 'node:stream/consumers';
import Fastify from 'fastify';
import { expect, it, onTestFinished } from 'vitest';
import { listen } from '../../../server/listen.ts';
import { closing } from '../../../server/plugins/closing.ts';

it('a request under way is answered, and its connection does not hold the close up', async () => {
  const app = Fastify({ forceCloseConnections: 'idle' });
  await app.register(closing);
  const { promise: arrived, resolve: arrive } = Promise.withResolvers<void>();
  const { promise: released, resolve: release } = Promise.withResolvers<void>();
  app.get('/', async () => {
    arrive();
    await released;
    return 'done';
  });
  const port = await listen(app, { host: '127.0.0.1', port: 0 });

  const agent = new Agent({ keepAlive: true });
  onTestFinished(() => agent.destroy());
  const answer = new Promise<string>((resolve, reject) => {
    const call = request({ host: '127.0.0.1', port, agent }, (response) => resolve(text(response)));
    call.on('error', reject).end();
  });
  await arrived;
  const closed = app.close();
  await expect.poll(() => app.server.listening).toBe(false);
  release();
  expect(await answer).toBe('done');
  await closed;
});

it('a connection is kept while nobody closes', async () => {
  const app = Fastify();
  onTestFinished(() => app.close());
  await app.register(closing);
  app.get('/', async () => 'done');
  expect((await app.inject('/')).headers.connection).not.toBe('close');
});
