import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify';
import fastifyPlugin from 'fastify-plugin';
import { inWords, toFieldProblems } from '../field-problems.ts';
import { PROBLEMS, type ProblemCode, ProblemError } from '../problem.ts';

/** Each code has its place in docs/errors.md. */
export const PROBLEM_TYPE = 'urn:cardwire:problem:';

/** Every error leaves as RFC 9457 `application/problem+json`, with words that say what to do. */
export const problems = fastifyPlugin(
  async (app) => {
    app.setErrorHandler(answerError);
    app.setNotFoundHandler((request, reply) => {
      const detail = `There is no ${request.method} ${request.url.split('?')[0]}.`;
      return send(new ProblemError('not-found', detail), request, reply);
    });
  },
  { name: 'problems' },
);

/** Answers an error; also Fastify's option `frameworkErrors`, for addresses that reach no route. */
export function answerError(error: FastifyError, request: FastifyRequest, reply: FastifyReply) {
  const problem = toProblem(error);
  // Only what nobody foresaw is the log's matter; its message may hold values, so it is redacted there.
  if (problem.status >= 500) request.log.error({ err: error }, problem.message);
  return send(problem, request, reply);
}

function send(problem: ProblemError, request: FastifyRequest, reply: FastifyReply) {
  return reply.code(problem.status).type('application/problem+json').send(problemBody(problem, request));
}

/** What an error's answer says. */
export function problemBody(problem: ProblemError, request: FastifyRequest) {
  return {
    type: `${PROBLEM_TYPE}${problem.code}`,
    title: PROBLEMS[problem.code].title,
    status: problem.status,
    code: problem.code,
    detail: problem.message,
    ...(problem.reason !== undefined && { reason: problem.reason }),
    ...(problem.fields.length > 0 && { errors: problem.fields }),
    requestId: request.id,
  };
}

/** Fastify's own errors that a caller can cause, as ours. */
const FASTIFY_CODES: Record<string, [ProblemCode, string]> = {
  FST_ERR_CTP_INVALID_JSON_BODY: ['invalid-json', 'Send valid JSON.'],
  FST_ERR_CTP_EMPTY_JSON_BODY: ['invalid-json', 'Send a JSON body; it was empty.'],
  FST_ERR_CTP_BODY_TOO_LARGE: ['body-too-large', 'Send less at once.'],
  FST_ERR_CTP_INVALID_MEDIA_TYPE: [
    'unsupported-media-type',
    'Send JSON with content-type: application/json.',
  ],
  FST_ERR_CTP_INVALID_CONTENT_LENGTH: [
    'invalid-request',
    'The body does not have the length that was announced.',
  ],
  FST_ERR_BAD_URL: ['invalid-request', 'The address is not valid.'],
  FST_ERR_MAX_PARAM_LENGTH: ['not-found', 'The address is longer than any here.'],
};

function toProblem(error: FastifyError): ProblemError {
  if (error instanceof ProblemError) return error;
  const known = FASTIFY_CODES[error.code];
  if (known) return new ProblemError(...known);
  if (error.validation) {
    const fields = toFieldProblems(error.validation);
    return new ProblemError('invalid-request', inWords(fields, 'The body'), fields);
  }
  // Fastify's plugins (static files) say by the status alone that the caller asked for what cannot be.
  const { statusCode = 500 } = error;
  if (statusCode === 403 || statusCode === 404) return new ProblemError('not-found', 'Check the address.');
  if (statusCode >= 400 && statusCode < 500) return new ProblemError('invalid-request', 'Check the address.');
  if (isDatabaseAway(error)) {
    return new ProblemError(
      'unavailable',
      'The database does not answer. Nothing was stored; try again in a moment.',
    );
  }
  return new ProblemError('internal', 'This is a fault of the server. Its log has more under the requestId.');
}

/**
 * Connection trouble, as node-postgres, Prisma (P10xx) and PostgreSQL (classes 08, 53 and 57) report it. What
 * PostgreSQL says, Prisma repeats inside its message.
 */
function isDatabaseAway(error: Error & { code?: unknown }): boolean {
  const code = /Code: `(\w{5})`/.exec(error.message)?.[1] ?? String(error.code ?? '');
  return (
    /^(ECONNREFUSED|ECONNRESET|EPIPE|ETIMEDOUT|P10\d\d|P2024|08\w{3}|53\w{3}|57P0\d)$/.test(code) ||
    /timeout exceeded when trying to connect|Connection terminated|DatabaseNotReachable|ConnectionClosed/i.test(
      error.message,
    )
  );
}
