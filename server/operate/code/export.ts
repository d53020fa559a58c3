import type { PrismaClient } from '../../storage/generated/client.ts';
import type { ExportPage } from './schema.ts';
import { toCode } from './to-code.ts';

const PAGE_SIZE = 100;

/** A page of all configurations that are not removed, by their ids; `after` is the last of the page before. */
export async function exportPage(
  prisma: PrismaClient,
  { tenantId, after }: { tenantId: string | undefined; after: string | undefined },
): Promise<ExportPage> {
  const rows = await prisma.configuration.findMany({
    where: {
      state: { not: 'removed' },
      ...(tenantId !== undefined && { tenantId }),
      ...(after !== undefined && { id: { gt: after } }),
    },
    orderBy: { id: 'asc' },
    take: PAGE_SIZE + 1,
  });
  const last = rows.at(PAGE_SIZE - 1);
  return {
    items: rows.slice(0, PAGE_SIZE).map(toCode),
    ...(rows.length > PAGE_SIZE && last && { next: last.id }),
  };
}
