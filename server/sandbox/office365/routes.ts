import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import type { Pool } from 'pg';
import { connector } from '../../../manifest/connector.ts';
import { ProblemError } from '../../problem.ts';
import { listPosts } from '../post-store.ts';
import { PostsSchema } from '../schema.ts';
import { PEOPLE, STRANGER } from '../team.ts';
import { createWebhook } from '../webhook-store.ts';
import { isValidQuestion, wayBack } from './callback.ts';
import { MAILBOXES, type Mailbox, mailboxesOf } from './mailboxes.ts';
import {
  DecideAnswer,
  DecideRequest,
  MailboxesSchema,
  MailboxParams,
  type MailboxView,
  OpenAnswer,
  OpenRequest,
} from './schema.ts';

const VISITORS = [...PEOPLE, { id: STRANGER.objectId, name: STRANGER.name, upn: STRANGER.upn }];

/**
 * The server's half of the stand-in for Microsoft's page "Connect to Office 365", and of the mailboxes behind it:
 * who may sign in, what they can connect, the way back, and what arrived.
 */
export const office365Routes: FastifyPluginAsyncTypebox<{ pool: Pool }> = async (app, { pool }) => {
  app.post(
    '/open',
    { schema: { body: OpenRequest, response: { 200: OpenAnswer } } },
    async ({ body, headers }): Promise<OpenAnswer> => {
      if (!isValidQuestion(body, headers.host)) return { invalid: true };
      const people = VISITORS.map((person) => ({ ...person, mailboxes: mailboxesOf(person.id).map(viewOf) }));
      return { appName: connector.name, people };
    },
  );

  app.post(
    '/decide',
    { schema: { body: DecideRequest, response: { 200: DecideAnswer } } },
    async ({ body, headers }) => {
      const { callbackUrl, state, personId, mailboxId } = body;
      if (!isValidQuestion(body, headers.host))
        throw new ProblemError('invalid-request', 'Begin again from the connector.');
      if (mailboxId === undefined) return { location: wayBack(callbackUrl, state) };
      const mailbox = mailboxesOf(personId).find(({ id }) => id === mailboxId);
      if (!mailbox) throw new ProblemError('not-found', 'This person has no such group or inbox.');
      const wish = { kind: 'connector' as const, name: connector.name };
      const { url } = await createWebhook(pool, mailbox.id, wish, { tenantId: mailbox.tenantId });
      return { location: wayBack(callbackUrl, state, { webhookUrl: url, mailbox, personId }) };
    },
  );

  app.get('/mailboxes', { schema: { response: { 200: MailboxesSchema } } }, async () => ({
    mailboxes: MAILBOXES.map(viewOf),
  }));

  app.get(
    '/mailboxes/:mailboxId/posts',
    { schema: { params: MailboxParams, response: { 200: PostsSchema } } },
    async ({ params }) => {
      const mailbox = MAILBOXES.find(({ id }) => id === params.mailboxId);
      if (!mailbox) throw new ProblemError('not-found', 'The sandbox has no such mailbox.');
      return { posts: await listPosts(pool, mailbox.id) };
    },
  );
};

function viewOf({ id, kind, name }: Mailbox): MailboxView {
  return { id, kind, name };
}
