import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import type { Pool } from 'pg';
import type { Declaration } from '../../manifest/package/build-manifest.ts';
import { installationOf } from '../../manifest/package/installation.ts';
import type { CheckApiKey } from '../identity/api-keys.ts';
import type { RateLimit } from '../plugins/rate-limits.ts';
import { ProblemError } from '../problem.ts';
import type { Settings } from '../settings.ts';
import { recordAudit } from './audit.ts';
import { createOperators } from './operator.ts';

export interface PackageRoutesOptions {
  pool: Pool;
  declaration: Declaration;
  settings: Settings;
  checkApiKey: CheckApiKey;
  /** Of one key. */
  limit: RateLimit;
}

/** The app package of this very server, for whoever installs it in Teams. */
export const packageRoutes: FastifyPluginAsyncTypebox<PackageRoutesOptions> = async (app, options) => {
  const { pool, declaration, settings, checkApiKey, limit } = options;
  const { hook, operatorOf } = createOperators(checkApiKey, limit);
  app.get(
    '/api/operate/package',
    {
      schema: { summary: 'The app package of this server, for Teams', problems: ['package-refused'] },
      // Fails closed.
      onRequest: hook,
    },
    async (request, reply) => {
      // Only who asks for a package pays for Microsoft's schema.
      const { makePackage, PACKAGE_NAME } = await import('../../manifest/package/make-package.ts');
      const { zip, problems } = makePackage(declaration, installationOf(settings));
      const refused = problems.filter(({ stops }) => stops === 'installing');
      if (refused.length > 0) {
        throw new ProblemError(
          'package-refused',
          `Teams would not take it: ${refused.map(({ field, reason, cure }) => `${field}: ${reason} ${cure}`).join(' ')}`,
        );
      }
      const { id: by, tenantId } = operatorOf(request);
      await recordAudit(pool, { by, action: 'package-downloaded', tenantId });
      return reply
        .type('application/zip')
        .header('content-disposition', `attachment; filename="${PACKAGE_NAME}"`)
        .header('cache-control', 'no-store')
        .send(Buffer.from(zip));
    },
  );
};
