import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import type { ApiKeyHolder } from '../../identity/api-keys.ts';
import { recordAudit } from '../audit.ts';
import type { OperateContext } from '../routes.ts';
import { type ApplyContext, applyCode } from './apply.ts';
import { exportPage } from './export.ts';
import { type Applied, ApplyRequest, ApplyResult, ExportPage, ExportQuery } from './schema.ts';

/** Filters of 100 configurations at their largest. */
const BODY_LIMIT_BYTES = 8 * 1_048_576;

/** Configurations as code: all of them out, and in again. */
export const codeRoutes: FastifyPluginAsyncTypebox<OperateContext> = async (app, context) => {
  const { prisma, pool, vault, connector, webhookHosts, now, wake, operatorOf } = context;

  app.get(
    '/api/operate/configurations/export',
    {
      schema: {
        summary: 'Configurations as code, with their webhooks encrypted',
        problems: [],
        querystring: ExportQuery,
        response: { 200: ExportPage },
      },
    },
    async (request, reply) => {
      const { id: by, tenantId: own } = operatorOf(request);
      const { cursor: after, tenant } = request.query;
      const tenantId = own ?? tenant?.toLowerCase();
      // Of all its pages the first one tells.
      if (after === undefined) await recordAudit(pool, { by, action: 'configurations-exported', tenantId });
      reply.header('cache-control', 'no-store');
      return exportPage(prisma, { tenantId, after });
    },
  );

  app.post(
    '/api/operate/configurations/apply',
    {
      bodyLimit: BODY_LIMIT_BYTES,
      schema: {
        summary: 'Bring configurations to what a file says',
        problems: [],
        body: ApplyRequest,
        response: { 200: ApplyResult },
      },
    },
    async (request) => {
      const { dryRun = false, configurations } = request.body;
      const operator = operatorOf(request);
      const applying = await applyContext(operator);
      const items: Applied[] = [];
      // One after the other: two entries may be about one configuration.
      for (const code of configurations) items.push(await applyCode(applying, code, dryRun));
      if (!dryRun) {
        const details = countOutcomes(items);
        await recordAudit(pool, {
          by: operator.id,
          action: 'configurations-applied',
          tenantId: operator.tenantId,
          details,
        });
        const touched = items.filter(({ outcome }) => outcome === 'created' || outcome === 'changed');
        await wake(touched.flatMap(({ id }) => id ?? []));
      }
      return { dryRun, items };
    },
  );

  async function applyContext({ id, tenantId }: ApiKeyHolder): Promise<ApplyContext> {
    const key = await prisma.apiKey.findUnique({ where: { id }, select: { name: true } });
    return {
      store: { prisma, vault, now },
      pool,
      connector,
      webhookHosts,
      by: { objectId: `key:${id}`, name: key?.name ?? id },
      tenantId,
    };
  }
};

function countOutcomes(items: readonly Applied[]): Record<Applied['outcome'], number> {
  const counts = { created: 0, changed: 0, unchanged: 0, failed: 0 };
  for (const { outcome } of items) counts[outcome] += 1;
  return counts;
}
