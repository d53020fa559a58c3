import type { FastifySchema } from 'fastify';
import type { ProblemCode } from '../problem.ts';

declare module 'fastify' {
  interface FastifySchema {
    /** What the call does, in a few words. Every call of the API has some: see docs/api.md. */
    summary?: string;
    /** What can go wrong besides what can with every call of its group. */
    problems?: readonly ProblemCode[];
  }
}

/** One call of the API, as its route declares it. */
export interface Call {
  method: string;
  /** As Fastify writes it: `/api/configurations/:id`. */
  url: string;
  schema: FastifySchema;
}

const DESCRIBED = /^\/(?:api|connect\/api|health)\/|^\/metrics$/;

/**
 * Whether a route is part of the API. Pages, their files, the sandbox and where browsers are led back to are not;
 * neither is a place that only says that something is off (`*`), nor what tells of the API itself.
 */
export function isCall(method: string, url: string): boolean {
  return (
    DESCRIBED.test(url) && method !== 'HEAD' && !url.includes('*') && !/^\/api\/(docs|openapi)\b/.test(url)
  );
}

/** `/api/configurations/:id` as OpenAPI writes it. */
export function pathOf({ url }: Pick<Call, 'url'>): string {
  return url.replace(/:(\w+)/g, '{$1}');
}
