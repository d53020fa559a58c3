import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { type Static, Type } from 'typebox';
import { ChangeSchema } from '../configurations/change-schema.ts';
import { IdSchema } from '../configurations/schema.ts';
import { AuditPage, listAudit } from './audit.ts';
import { readNumber } from './page-cursor.ts';
import { Cursor } from './query-schema.ts';
import type { OperateContext } from './routes.ts';

const AuditQuery = Type.Object({ cursor: Type.Optional(Cursor) }, { additionalProperties: false });

/** `GET /api/operate/audit`: as it was written, with the names that the keys have. */
export const NamedAuditPage = Type.Object({
  ...AuditPage.properties,
  items: Type.Array(
    Type.Object({
      ...AuditPage.properties.items.items.properties,
      /** The name of the key `by`, if it is one. */
      byName: Type.Optional(Type.String()),
    }),
  ),
});
export type NamedAuditPage = Static<typeof NamedAuditPage>;

const ChangesQuery = Type.Object(
  { configuration: Type.Optional(IdSchema), cursor: Type.Optional(Cursor) },
  { additionalProperties: false },
);

/** `GET /api/operate/changes`: what people did to configurations, newest first, 50 a page. */
export const ChangesPage = Type.Object({
  items: Type.Array(
    Type.Object({
      ...ChangeSchema.properties,
      id: Type.String(),
      configuration: Type.Object({ id: Type.String(), name: Type.String(), tenantId: Type.String() }),
    }),
  ),
  next: Type.Optional(Type.String()),
});
export type ChangesPage = Static<typeof ChangesPage>;

const PAGE_SIZE = 50;

/** Who did what: operators, and people in their channels. */
export const auditRoutes: FastifyPluginAsyncTypebox<OperateContext> = async (app, context) => {
  const { pool, prisma, look, operatorOf } = context;

  app.get(
    '/api/operate/audit',
    {
      schema: {
        summary: 'What operators did, newest first',
        problems: [],
        querystring: AuditQuery,
        response: { 200: NamedAuditPage },
      },
    },
    async (request): Promise<NamedAuditPage> => {
      const { cursor } = request.query;
      const before = cursor === undefined ? undefined : readNumber(cursor);
      const page = await listAudit(pool, { before, tenantId: operatorOf(request).tenantId });
      const keys = await prisma.apiKey.findMany({
        where: { id: { in: page.items.map(({ by }) => by) } },
        select: { id: true, name: true },
      });
      const nameOf = new Map(keys.map(({ id, name }) => [id, name]));
      const items = page.items.map((entry) => {
        const byName = nameOf.get(entry.by);
        return { ...entry, ...(byName !== undefined && { byName }) };
      });
      return { ...page, items };
    },
  );

  app.get(
    '/api/operate/changes',
    {
      schema: {
        summary: 'What people changed, newest first',
        problems: [],
        querystring: ChangesQuery,
        response: { 200: ChangesPage },
      },
    },
    async (request): Promise<ChangesPage> => {
      const { configuration, cursor } = request.query;
      type Change = ChangesPage['items'][number];
      const rows = await look<
        Omit<Change, 'at' | 'configuration'> & {
          at: Date;
          configurationId: string;
          name: string;
          tenantId: string;
        }
      >(
        `SELECT change.id, at, by_name AS "byName", kind, settings,
                configuration.id AS "configurationId", name, tenant_id AS "tenantId"
           FROM change
           JOIN configuration ON configuration.id = change.configuration_id
          WHERE ($1::bigint IS NULL OR change.id < $1)
            AND ($2::text IS NULL OR change.configuration_id = $2)
            AND ($3::uuid IS NULL OR tenant_id = $3)
          ORDER BY change.id DESC
          LIMIT ${PAGE_SIZE + 1}`,
        [
          cursor === undefined ? null : readNumber(cursor),
          configuration ?? null,
          operatorOf(request).tenantId ?? null,
        ],
      );
      const last = rows.at(PAGE_SIZE - 1);
      return {
        items: rows.slice(0, PAGE_SIZE).map(({ at, configurationId, name, tenantId, ...change }) => ({
          ...change,
          at: at.toISOString(),
          configuration: { id: configurationId, name, tenantId },
        })),
        ...(rows.length > PAGE_SIZE && last && { next: last.id }),
      };
    },
  );
};
