import fastifyPlugin from 'fastify-plugin';
import { type Call, isCall } from './call.ts';

/**
 * `GET /api/openapi.json`: all calls that the routes declare, in OpenAPI 3.1. Register it before them. What makes
 * the document is loaded when somebody asks for the first time: most nodes never need it.
 */
export const openApi = fastifyPlugin(
  async (app) => {
    const calls: Call[] = [];
    app.addHook('onRoute', ({ method, url, schema }) => {
      for (const one of [method].flat())
        if (isCall(one, url)) calls.push({ method: one, url, schema: schema ?? {} });
    });
    let written: Promise<string> | undefined;
    const write = async () => {
      const { describeCalls } = await import('./document.ts');
      return JSON.stringify(await describeCalls(calls));
    };
    app.get('/api/openapi.json', async (_request, reply) => {
      // A failure is not kept: the next who asks has another try.
      written ??= write().catch((error) => {
        written = undefined;
        throw error;
      });
      return reply.type('application/json; charset=utf-8').send(await written);
    });
  },
  { name: 'openapi' },
);
