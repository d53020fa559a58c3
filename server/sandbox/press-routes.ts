import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import type { Pool } from 'pg';
import type { LocalPerson } from '../identity/local-issuer.ts';
import { ProblemError } from '../problem.ts';
import { changePost, findPost } from './post-store.ts';
import { buttonAt, PRESS_CLAIMS, pressButton } from './press-button.ts';
import { PostParams, PressRequest, PressResult } from './schema.ts';
import { type PostStream, postFrame } from './stream.ts';
import { findPerson, SANDBOX_TENANT_ID } from './team.ts';

export interface PressRouteOptions {
  pool: Pool;
  stream: PostStream;
  signToken(person: LocalPerson, claims?: Record<string, unknown>): Promise<string>;
  publicUrl: string;
}

/** Somebody presses a button that posts back; all pages see the card that the answer brings. */
export const pressRoutes: FastifyPluginAsyncTypebox<PressRouteOptions> = async (app, options) => {
  const { pool, stream, signToken, publicUrl } = options;

  app.post(
    '/posts/:postId/press',
    { schema: { params: PostParams, body: PressRequest, response: { 200: PressResult } } },
    async ({ params, body }) => {
      const number = Number(params.postId);
      const button = buttonAt((await findPost(pool, number))?.content, body.button);
      if (!button) throw new ProblemError('not-found', 'This card has no such button any more.');
      const { id, name, upn } = findPerson(body.personId);
      const token = await signToken({ tenantId: SANDBOX_TENANT_ID, objectId: id, name, upn }, PRESS_CLAIMS);
      const { worked, status, card } = await pressButton(app, publicUrl, button, token);
      const changed = card && (await changePost(pool, number, card));
      if (changed) stream.publish(postFrame(changed));
      return { worked, status };
    },
  );
};
