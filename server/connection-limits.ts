import { type Server, STATUS_CODES } from 'node:http';
import type { Socket } from 'node:net';
import type { FastifyHttpOptions } from 'fastify';
import { PROBLEM_TYPE } from './plugins/problems.ts';
import { PROBLEMS, type ProblemCode } from './problem.ts';

export interface ConnectionTimes {
  /** For all headers of a request. */
  headersMs: number;
  /** For a whole request, its body included. */
  requestMs: number;
  /** Without a byte in either direction: somebody who does not read the answer. Streams say something more often. */
  silenceMs: number;
  /** How often connections are looked at. */
  checkMs: number;
}

const TIMES: ConnectionTimes = {
  headersMs: 15_000,
  requestMs: 30_000,
  silenceMs: 120_000,
  checkMs: 5_000,
};

/**
 * Cuts clients that keep connections by sending, or reading, next to nothing. What they are told comes before there
 * is a request, so no hook or log sees it. Node looks at connections every half minute unless told otherwise.
 */
export function connectionLimits(times: ConnectionTimes = TIMES) {
  return {
    requestTimeout: times.requestMs,
    connectionTimeout: times.silenceMs,
    http: { headersTimeout: times.headersMs, connectionsCheckingInterval: times.checkMs },
    clientErrorHandler: refuseConnection,
  } satisfies FastifyHttpOptions<Server>;
}

const CODES: Readonly<Record<string, ProblemCode>> = {
  ERR_HTTP_REQUEST_TIMEOUT: 'request-too-slow',
  HPE_HEADER_OVERFLOW: 'headers-too-large',
};

function refuseConnection(error: Error & { code?: string }, socket: Socket): void {
  if (error.code !== 'ECONNRESET' && socket.writable) {
    const code = CODES[error.code ?? ''] ?? 'invalid-request';
    const { status, title } = PROBLEMS[code];
    const body = JSON.stringify({ type: `${PROBLEM_TYPE}${code}`, title, status, code });
    const head = [
      `HTTP/1.1 ${status} ${STATUS_CODES[status]}`,
      'content-type: application/problem+json; charset=utf-8',
      `content-length: ${Buffer.byteLength(body)}`,
      'x-content-type-options: nosniff',
      'connection: close',
    ];
    socket.write(`${head.join('\r\n')}\r\n\r\n${body}`);
  }
  socket.destroy(error);
}
