import { Prisma, type PrismaClient } from '../storage/generated/client.ts';
import { compileFilter } from './filter.ts';
import type { Filter } from './filter-schema.ts';

/** A filter as a configuration's columns hold it. Without conditions it is none, and costs the fan-out nothing. */
export function toFilterColumns(filter: Filter | null) {
  if (!filter || (filter.conditions.length === 0 && (filter.except ?? []).length === 0)) {
    return { filter: Prisma.DbNull, filterPath: null, filterVars: Prisma.DbNull };
  }
  const { path, vars } = compileFilter(filter);
  return { filter, filterPath: path, filterVars: vars as Prisma.InputJsonObject };
}

/**
 * Lets PostgreSQL read the predicate before it is stored: one that it does not take would make every fan-out
 * fail. Rejects then; fails closed.
 */
export async function checkFilter(prisma: PrismaClient, filter: Filter | null | undefined): Promise<void> {
  if (filter) await prisma.$queryRaw`SELECT ${compileFilter(filter).path}::jsonpath::text`;
}
