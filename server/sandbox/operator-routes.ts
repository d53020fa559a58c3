import type { FastifyInstance, FastifyPluginAsync } from 'fastify';
import type { Pool } from 'pg';
import { Webhook } from 'standardwebhooks';
import { textAt } from '../events/fields.ts';
import { ProblemError } from '../problem.ts';

export interface OperatorRoutesOptions {
  pool: Pool;
  /** A key with the scope to send events. */
  apiKey: string;
  actionSecret: string;
}

/** Where the sandbox takes what people press on cards. */
export const OPERATOR_PATH = '/sandbox/operator';

/**
 * Stands for the operator's system where none is set: it believes what is signed, and a task that somebody marked
 * as done is told of in an event, as a system of tasks would. See docs/actions.md.
 */
export const operatorRoutes: FastifyPluginAsync<OperatorRoutesOptions> = async (app, options) => {
  const { pool, apiKey, actionSecret } = options;
  const webhook = new Webhook(actionSecret);
  // The signature is of the very bytes.
  app.removeAllContentTypeParsers();
  app.addContentTypeParser('application/json', { parseAs: 'string' }, (_request, body, done) =>
    done(null, body),
  );

  app.post(OPERATOR_PATH, async (request, reply) => {
    const message = verified(webhook, request.body, request.headers);
    if (textAt(message, 'data', 'action', 'id') === 'done') await tellDone(app, pool, apiKey, message);
    return reply.code(204).send();
  });
};

function verified(webhook: Webhook, body: unknown, headers: Record<string, unknown>): unknown {
  try {
    return webhook.verify(String(body), {
      'webhook-id': String(headers['webhook-id']),
      'webhook-timestamp': String(headers['webhook-timestamp']),
      'webhook-signature': String(headers['webhook-signature']),
    });
  } catch {
    throw new ProblemError('signature-refused', 'Only this server may tell what people pressed.');
  }
}

/** Its id follows from the first event's, so that being told twice changes nothing. */
async function tellDone(app: FastifyInstance, pool: Pool, apiKey: string, message: unknown): Promise<void> {
  const source = textAt(message, 'data', 'event', 'source');
  const id = textAt(message, 'data', 'event', 'id');
  const { rows } = await pool.query<{ data: unknown }>(
    'SELECT data FROM event WHERE source = $1 AND source_id = $2',
    [source, id],
  );
  const task = rows[0]?.data;
  await app.inject({
    method: 'POST',
    url: '/api/events',
    headers: { authorization: `Bearer ${apiKey}`, 'content-type': 'application/cloudevents+json' },
    payload: JSON.stringify({
      specversion: '1.0',
      id: `${id}/done`,
      source,
      type: 'task.updated',
      data: {
        title: textAt(task, 'title') ?? 'A task',
        url: textAt(task, 'url'),
        actor: { name: textAt(message, 'data', 'person', 'name') },
        status: 'Done',
      },
    }),
  });
}
