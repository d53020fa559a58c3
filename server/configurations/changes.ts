import { isDeepStrictEqual } from 'node:util';
import type { User } from '../identity/entra.ts';
import type { ChangeKind, Prisma, PrismaClient, Configuration as Row } from '../storage/generated/client.ts';
import type { ChangeList } from './change-schema.ts';

export interface NewChange {
  configurationId: string;
  at: Date;
  by: User;
  kind: ChangeKind;
  settings?: string[];
}

/** Writes down who changed what; pass the transaction of the change itself. */
export async function recordChange(
  { change }: Pick<Prisma.TransactionClient, 'change'>,
  { configurationId, at, by, kind, settings = [] }: NewChange,
): Promise<void> {
  await change.create({
    data: { configurationId, at, by: by.objectId, byName: by.name, kind, settings },
  });
}

const SETTINGS = [
  'name',
  'eventTypes',
  'filter',
  'schedule',
  'quietHours',
  'timeZone',
  'language',
] as const satisfies readonly (keyof Row)[];

/** The settings that differ between two versions of a configuration. */
export function changedSettings(before: Row, after: Row): string[] {
  return SETTINGS.filter((name) => !isDeepStrictEqual(before[name], after[name]));
}

/** More changes than anybody reads. */
const MOST_CHANGES = 50;

/** Who changed a configuration, newest first. Ids of people stay on the server. */
export async function listChanges(prisma: PrismaClient, configurationId: string): Promise<ChangeList> {
  const rows = await prisma.change.findMany({
    where: { configurationId },
    orderBy: { id: 'desc' },
    take: MOST_CHANGES,
  });
  return {
    items: rows.map(({ at, byName, kind, settings }) => ({ at: at.toISOString(), byName, kind, settings })),
  };
}
