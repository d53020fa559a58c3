import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { ProblemError } from '../../problem.ts';
import type { OperateContext } from '../routes.ts';
import { countErasable, erase } from './erase.ts';
import { EraseRequest, EraseResult } from './schema.ts';
import type { Target } from './target.ts';

/** Erasing what belongs to an organisation or a person, on their request. */
export const eraseRoutes: FastifyPluginAsyncTypebox<OperateContext> = async (app, context) => {
  const { operatorOf } = context;

  app.post(
    '/api/operate/erase',
    {
      schema: {
        summary: 'Erase all of an organisation or of a person',
        problems: ['tenant-not-allowed'],
        body: EraseRequest,
        response: { 200: EraseResult },
      },
    },
    async (request): Promise<EraseResult> => {
      const { id: by, tenantId } = operatorOf(request);
      const { confirm, reference } = request.body;
      const target = readTarget(request.body, tenantId);
      if (confirm === undefined) return { erased: false, counts: await countErasable(context, target) };
      const id = target.kind === 'tenant' ? target.tenantId : target.objectId;
      if (confirm.toLowerCase() !== id) {
        throw new ProblemError('invalid-request', 'Repeat the very id to confirm. Nothing was erased.', [
          { pointer: '/confirm', detail: 'is another id.' },
        ]);
      }
      return { erased: true, counts: await erase(context, { target, by, reference }) };
    },
  );
};

/** `own` is the only organisation that the key reaches. Throws unless exactly one thing is to be erased. */
function readTarget({ tenant, user }: EraseRequest, own: string | undefined): Target {
  if (tenant !== undefined && user === undefined) {
    const tenantId = tenant.toLowerCase();
    if (own === undefined || own === tenantId) return { kind: 'tenant', tenantId };
    throw new ProblemError('tenant-not-allowed', 'This key reaches its own organisation alone.');
  }
  if (user !== undefined && tenant === undefined) {
    return { kind: 'user', objectId: user.toLowerCase(), tenantId: own };
  }
  throw new ProblemError('invalid-request', 'Give either "tenant" or "user".');
}
