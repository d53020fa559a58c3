import { join } from 'node:path';
import Fastify, { type FastifyBaseLogger, type FastifyInstance } from 'fastify';
import type { Pool } from 'pg';
import { createLocalIssuer } from '../../identity/local-issuer.ts';
import { isOwnHost } from '../../identity/own-page.ts';
import { FRAME_ANCESTORS } from '../../plugins/frame-ancestors.ts';
import { pages } from '../../plugins/pages.ts';
import { answerError } from '../../plugins/problems.ts';
import { securityHeaders } from '../../plugins/security-headers.ts';
import { ProblemError } from '../../problem.ts';
import { sandbox } from '../plugin.ts';
import { SANDBOX_CLIENT_ID } from '../team.ts';
import type { AloneOptions } from './alone-options.ts';
import { createForward } from './forward.ts';

export interface AloneParts {
  pool: Pool;
  logger: FastifyBaseLogger;
  app: Pick<AloneOptions, 'app' | 'name'>;
  /** Where this server is reached. Asked when a webhook is made: before that it may not listen yet. */
  origin(): string;
}

const BUILT_PAGES = join(import.meta.dirname, '../../../dist/web');

/**
 * The stand-in for Teams without Cardwire behind it: its own pages under `/sandbox`, its webhooks, and for
 * everything else the app's answers. So the app's pages have the origin of their host.
 */
export async function buildAlone({
  pool,
  logger,
  app: opened,
  origin,
}: AloneParts): Promise<FastifyInstance> {
  const app = Fastify({
    loggerInstance: logger,
    forceCloseConnections: true,
    routerOptions: { maxParamLength: 500 },
    ajv: { customOptions: { coerceTypes: false, removeAdditional: false } },
  });
  const issuer = await createLocalIssuer(SANDBOX_CLIENT_ID);
  const forward = createForward(opened.app);
  app.addHook('onClose', () => forward.close());
  app.setErrorHandler(answerError);

  // What is passed on is not read.
  app.removeAllContentTypeParsers();
  app.addContentTypeParser('*', (_request, payload, done) => done(null, payload));
  app.setNotFoundHandler(async (request, reply) => {
    // A foreign page whose name was made to point here must not read the app through us. Fails closed.
    if (!isOwnHost(request.headers.host, origin())) throw new ProblemError('foreign-page', 'Use localhost.');
    return forward.answer(request, reply);
  });

  await app.register(async (own) => {
    own.removeAllContentTypeParsers();
    own.addContentTypeParser(
      'application/json',
      { parseAs: 'string' },
      own.getDefaultJsonParser('error', 'ignore'),
    );
    await own.register(securityHeaders, {
      frameAncestors: FRAME_ANCESTORS.public,
      sandbox: true,
      https: false,
    });
    await own.register(pages, { folder: BUILT_PAGES, pages: { sandbox: {} } });
    await own.register(sandbox, {
      pool,
      signToken: issuer.sign,
      publicUrl: 'http://localhost',
      alone: {
        name: opened.name,
        // As it was given: what is in braces is filled in later.
        path: opened.app.href.slice(opened.app.origin.length),
        webhookOrigin: origin,
      },
    });
  });
  return app;
}
