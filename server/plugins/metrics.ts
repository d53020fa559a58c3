import type { IncomingHttpHeaders } from 'node:http';
import fastifyPlugin from 'fastify-plugin';
import type { Registry } from 'prom-client';
import type { CheckApiKey } from '../identity/api-keys.ts';

export interface MetricsOptions {
  registry: Registry;
  /** The sandbox is somebody's own machine: nothing to hide. */
  sandbox: boolean;
  checkApiKey: CheckApiKey;
}

/** `GET /metrics`, for Prometheus. It is not public: see isFromThisMachine. */
export const metrics = fastifyPlugin<MetricsOptions>(
  async (app, { registry, sandbox, checkApiKey }) => {
    app.get(
      '/metrics',
      { schema: { summary: 'Figures for Prometheus', problems: [] }, logLevel: 'silent' },
      async (request, reply) => {
        if (!sandbox && !isFromThisMachine(request.socket.remoteAddress, request.headers)) {
          await checkApiKey(request.headers.authorization, 'operate');
        }
        return reply
          .header('cache-control', 'no-store')
          .type(registry.contentType)
          .send(await registry.metrics());
      },
    );
  },
  { name: 'metrics' },
);

const FORWARDED = ['forwarded', 'x-forwarded-for', 'x-forwarded-host', 'x-real-ip', 'via'];

/**
 * Whether a scraper on this machine asks: from a loopback address, and not handed on by a proxy that runs
 * here. Fails closed: what is not known to be from here needs a key.
 */
export function isFromThisMachine(address: string | undefined, headers: IncomingHttpHeaders): boolean {
  const loopback = address === '::1' || /^(::ffff:)?127(\.\d{1,3}){3}$/.test(address ?? '');
  return loopback && !FORWARDED.some((name) => headers[name] !== undefined);
}
