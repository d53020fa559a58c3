import type { IncomingHttpHeaders } from 'node:http';
import type { Readable } from 'node:stream';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Agent, request as send } from 'undici';
import { ProblemError } from '../../problem.ts';

/** Headers that are about one connection and not about the message. */
const OF_CONNECTIONS = [
  'connection',
  'keep-alive',
  'proxy-authenticate',
  'proxy-authorization',
  'te',
  'trailer',
  'transfer-encoding',
  'upgrade',
];

/** Answers a request with what the app answers to the same one. */
export interface Forward {
  answer(request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply>;
  close(): Promise<void>;
}

/**
 * Passes requests on to the app, so that its pages have the origin of their host: Microsoft's SDK always takes
 * that for a host, in every version. Redirects are the browser's business.
 */
export function createForward(app: URL): Forward {
  const dispatcher = new Agent();
  return {
    async answer(request, reply) {
      const ownOrigin = `${request.protocol}://${request.host}`;
      try {
        const { statusCode, headers, body } = await send(new URL(request.url, app.origin), {
          method: request.method,
          headers: requestHeaders(request.headers, app, ownOrigin),
          body: (request.body as Readable | undefined) ?? null,
          dispatcher,
        });
        return reply
          .code(statusCode)
          .headers(answerHeaders(headers, app.origin, ownOrigin))
          .send(body);
      } catch {
        throw new ProblemError('unavailable', `The app at ${app.origin} does not answer. Does it run?`);
      }
    },
    close: () => dispatcher.destroy(),
  };
}

/** The app meets a request of its own origin, as its checks expect. */
function requestHeaders(headers: IncomingHttpHeaders, app: URL, ownOrigin: string): IncomingHttpHeaders {
  const { origin, referer, ...rest } = withoutConnection(headers);
  return {
    ...rest,
    host: app.host,
    ...(origin !== undefined && { origin: origin === ownOrigin ? app.origin : origin }),
    ...(referer?.startsWith(ownOrigin) && { referer: app.origin + referer.slice(ownOrigin.length) }),
  };
}

/**
 * The app's headers as the browser may have them: with its addresses on our origin, and without what keeps its
 * pages out of every frame that is not Teams' own.
 */
function answerHeaders(
  headers: IncomingHttpHeaders,
  appOrigin: string,
  ownOrigin: string,
): IncomingHttpHeaders {
  const { 'x-frame-options': _refused, ...rest } = withoutConnection(headers);
  const policy = rest['content-security-policy'];
  const { location } = rest;
  return {
    ...rest,
    ...(policy !== undefined && { 'content-security-policy': framedAnywhere(String(policy)) }),
    ...(location?.startsWith(appOrigin) && { location: ownOrigin + location.slice(appOrigin.length) }),
  };
}

function withoutConnection(headers: IncomingHttpHeaders): IncomingHttpHeaders {
  return Object.fromEntries(Object.entries(headers).filter(([name]) => !OF_CONNECTIONS.includes(name)));
}

function framedAnywhere(policy: string): string {
  return policy
    .split(';')
    .filter((directive) => !/^\s*frame-ancestors\b/i.test(directive))
    .join(';');
}
