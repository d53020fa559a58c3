import type { Pool } from 'pg';
import { type Static, Type } from 'typebox';
import type { Prisma } from '../storage/generated/client.ts';

/** What operators do that is written down. */
const AuditActionSchema = Type.Union([
  Type.Literal('key-created'),
  Type.Literal('key-revoked'),
  Type.Literal('replayed'),
  Type.Literal('actions-retried'),
  Type.Literal('configurations-exported'),
  Type.Literal('configurations-applied'),
  Type.Literal('secrets-reencrypted'),
  Type.Literal('secrets-forgotten'),
  Type.Literal('erased'),
  Type.Literal('package-downloaded'),
]);
type AuditAction = Static<typeof AuditActionSchema>;

export interface NewAuditEntry {
  /** The id of an API key, or `COMMAND_LINE`. */
  by: string;
  action: AuditAction;
  /** When it was about one organisation alone. */
  tenantId?: string | undefined;
  /** Counts, and ids of what was touched. Nothing of people: it can never be taken back. */
  details?: Readonly<Record<string, string | number | boolean | undefined>>;
}

/** `by` of whoever reaches the database itself, and so needs no key. */
export const COMMAND_LINE = 'command line';

/** Writes down what an operator did; pass the transaction that does it, whose ever it is: neither stands alone. */
export async function recordAudit(
  database: Pick<Pool, 'query'> | Pick<Prisma.TransactionClient, 'audit'>,
  { by, action, tenantId, details = {} }: NewAuditEntry,
): Promise<void> {
  if ('audit' in database) {
    await database.audit.create({ data: { by, action, tenantId: tenantId ?? null, details } });
    return;
  }
  await database.query('INSERT INTO audit (by, action, tenant_id, details) VALUES ($1, $2, $3, $4)', [
    by,
    action,
    tenantId ?? null,
    JSON.stringify(details),
  ]);
}

const AuditEntrySchema = Type.Object({
  id: Type.String(),
  at: Type.String({ format: 'date-time' }),
  /** The id of an API key, or `command line`. */
  by: Type.String(),
  action: AuditActionSchema,
  tenantId: Type.Optional(Type.String()),
  details: Type.Record(Type.String(), Type.Union([Type.String(), Type.Number(), Type.Boolean()])),
});

/** What operators did, newest first. `next` is the cursor of the page that follows. */
export const AuditPage = Type.Object({
  items: Type.Array(AuditEntrySchema),
  next: Type.Optional(Type.String()),
});
export type AuditPage = Static<typeof AuditPage>;

const PAGE_SIZE = 50;

/** One page; with `tenantId`, only what was about that organisation alone. `before` is the `next` of a page. */
export async function listAudit(
  database: Pick<Pool, 'query'>,
  { before, tenantId }: { before?: bigint | undefined; tenantId?: string | undefined } = {},
): Promise<AuditPage> {
  const { rows } = await database.query<{
    id: string;
    at: Date;
    by: string;
    action: AuditAction;
    tenant_id: string | null;
    details: AuditPage['items'][number]['details'];
  }>(
    `SELECT id, at, by, action, tenant_id, details
       FROM audit
      WHERE ($1::bigint IS NULL OR id < $1)
        AND ($2::uuid IS NULL OR tenant_id = $2)
      ORDER BY id DESC
      LIMIT ${PAGE_SIZE + 1}`,
    [before === undefined ? null : String(before), tenantId ?? null],
  );
  const last = rows.at(PAGE_SIZE - 1);
  return {
    items: rows.slice(0, PAGE_SIZE).map(({ at, tenant_id, ...entry }) => ({
      ...entry,
      at: at.toISOString(),
      ...(tenant_id !== null && { tenantId: tenant_id }),
    })),
    ...(rows.length > PAGE_SIZE && last && { next: last.id }),
  };
}
