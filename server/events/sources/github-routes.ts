import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { ProblemError } from '../../problem.ts';
import type { Intake } from '../intake.ts';
import { SourceAnswer } from '../schema.ts';
import { githubEvent } from './github.ts';
import { verifyGithubSignature } from './github-signature.ts';

export interface GithubRoutesOptions {
  intake: Intake;
  /** Of the webhook; none: the source is off. */
  secrets: readonly string[];
  now(): Date;
}

/** GitHub sends at most 25 MB. */
const BODY_LIMIT_BYTES = 25 * 1_048_576;

/** `POST /api/sources/github`: what GitHub's webhooks send, in either of their two content types. */
export const githubRoutes: FastifyPluginAsyncTypebox<GithubRoutesOptions> = async (app, options) => {
  // The signature is over the bytes, so they are kept until it is checked.
  app.addContentTypeParser(
    ['application/json', 'application/x-www-form-urlencoded'],
    { parseAs: 'buffer' },
    (_request, body, done) => done(null, body),
  );

  app.post(
    '/api/sources/github',
    {
      bodyLimit: BODY_LIMIT_BYTES,
      // Before 25 MB are read for nothing.
      onRequest: async ({ headers }) => {
        if (options.secrets.length === 0) {
          throw new ProblemError(
            'source-off',
            'Set GITHUB_WEBHOOK_SECRET to the secret of your webhook on GitHub.',
          );
        }
        if (headers['x-hub-signature-256'] === undefined) throw notSigned();
      },
      schema: {
        summary: "Take a webhook of GitHub's",
        problems: ['invalid-event', 'source-off'],
        response: { 202: SourceAnswer },
      },
    },
    async (request, reply) => {
      const { body } = request;
      if (!Buffer.isBuffer(body)) throw new ProblemError('invalid-json', 'Send a JSON body; it was empty.');
      if (
        !verifyGithubSignature([...options.secrets], body, header(request.headers['x-hub-signature-256']))
      ) {
        throw notSigned();
      }
      const name = header(request.headers['x-github-event']);
      const delivery = header(request.headers['x-github-delivery']);
      if (!name || !delivery) {
        throw new ProblemError(
          'invalid-event',
          'The headers X-GitHub-Event and X-GitHub-Delivery are missing.',
        );
      }
      const payload = parse(body, header(request.headers['content-type']) ?? '');
      const read = githubEvent({ name, delivery, payload }, options.now());
      if ('ignored' in read) return reply.code(202).send({ events: [], ignored: read.ignored });
      return reply.code(202).send({ events: await options.intake.take([read.event]) });
    },
  );
};

function notSigned(): ProblemError {
  return new ProblemError(
    'signature-refused',
    "X-Hub-Signature-256 is missing or was made with another secret. Compare the webhook's secret with GITHUB_WEBHOOK_SECRET.",
  );
}

function parse(body: Buffer, contentType: string): unknown {
  const text = body.toString('utf8');
  const isForm = contentType.toLowerCase().startsWith('application/x-www-form-urlencoded');
  const json = isForm ? new URLSearchParams(text).get('payload') : text;
  try {
    return JSON.parse(json ?? '');
  } catch {
    throw new ProblemError('invalid-json', 'Send valid JSON.');
  }
}

function header(value: string | string[] | undefined): string | undefined {
  return Array.isArray(value) ? value[0] : value;
}
