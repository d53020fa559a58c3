import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import type { FastifyInstance, RouteOptions } from 'fastify';

/** One method of a route, as the app declared it. */
export interface DeclaredRoute {
  method: string;
  url: string;
  /** "GET /api/connector", for tables and messages. */
  name: string;
  options: RouteOptions;
}

/**
 * Builds something with one Fastify app in it and answers all routes of that app besides, so that a test can walk
 * them: a route that is added later is among them by itself.
 */
export async function withRoutes<Built>(
  build: () => Promise<Built>,
): Promise<{ built: Built; routes: DeclaredRoute[] }> {
  const routes: DeclaredRoute[] = [];
  const onBuilt = (message: unknown) => {
    const { fastify } = message as { fastify: FastifyInstance };
    fastify.addHook('onRoute', (options) => {
      for (const method of [options.method].flat()) {
        routes.push({ method, url: options.url, name: `${method} ${options.url}`, options });
      }
    });
  };
  subscribe('fastify.initialization', onBuilt);
  try {
    return { built: await build(), routes };
  } finally {
    unsubscribe('fastify.initialization', onBuilt);
  }
}
