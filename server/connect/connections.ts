import { presentConfiguration } from '../configurations/present.ts';
import type { User } from '../identity/entra.ts';
import type { Connection, PrismaClient } from '../storage/generated/client.ts';
import type { Vault } from '../storage/vault.ts';
import type { ConnectionView } from './schema.ts';
import type { Session } from './session.ts';

/** More than anybody has. */
const MOST_LISTED = 100;

/** What a browser has connected and not removed, newest first. */
export async function connectionsOfSession(prisma: PrismaClient, { id }: Session): Promise<ConnectionView[]> {
  return present(prisma, await prisma.connection.findMany({ where: { sessionId: id } }));
}

/** What the person who signed in has connected, in whatever browser. */
export async function connectionsOfUser(
  prisma: PrismaClient,
  vault: Vault,
  { tenantId, objectId }: User,
): Promise<ConnectionView[]> {
  const userFingerprint = { in: vault.fingerprints(personText(objectId)) };
  return present(prisma, await prisma.connection.findMany({ where: { userFingerprint } }), tenantId);
}

/** What a person's fingerprint is made of. */
export function personText(objectId: string): string {
  return `person ${objectId}`;
}

async function present(
  prisma: PrismaClient,
  connections: Connection[],
  tenantId?: string,
): Promise<ConnectionView[]> {
  const places = new Map(connections.map(({ configurationId, place }) => [configurationId, place]));
  const rows = await prisma.configuration.findMany({
    where: { id: { in: [...places.keys()] }, state: { not: 'removed' }, ...(tenantId && { tenantId }) },
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    take: MOST_LISTED,
  });
  return rows.map((row) => ({
    place: places.get(row.id) ?? 'group',
    configuration: presentConfiguration(row),
  }));
}
