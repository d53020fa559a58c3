import { type ConnectDestinationContext, connectDestination } from '../configurations/connect-destination.ts';
import { LIMITS } from '../configurations/limits.ts';
import { presentConfiguration } from '../configurations/present.ts';
import { createConfiguration } from '../configurations/store.ts';
import { ProblemError } from '../problem.ts';
import { dropGrant, type GrantedAttempt, listGranted } from './attempts.ts';
import { personText } from './connections.ts';
import type { ConnectionView, Proof } from './schema.ts';
import type { Session } from './session.ts';
import { userOfSession } from './session-sign-in.ts';
import { tenantOf } from './tenant-of.ts';

export interface ProveContext extends ConnectDestinationContext {
  /** What a connection is called when its place has no name. */
  connectorName: string;
}

/**
 * Posts a first card to what Microsoft gave, and only when that took it makes the connection: from then on events
 * flow, and the browser sees them. Until then nothing says that whoever came back has such a webhook at all, and
 * is of the organisation that its address names. The same again is harmless: its configuration has the attempt's
 * id as its creation key.
 */
export async function prove(
  context: ProveContext,
  session: Session,
  id: string,
  signal: AbortSignal,
): Promise<Proof> {
  const [attempt] = await listGranted(context.store, session, id);
  if (!attempt) return { connection: await findProved(context, session, id) };
  const { grant } = attempt;
  const user = userOfSession(session, tenantOf(grant.url) ?? '');
  const { row } = await createConfiguration(context.store, user, wantedFrom(attempt, context.connectorName));
  const wish = { user, id: row.id, url: grant.url, signal };
  const { connected, test, configuration } = await connectDestination(context, wish);
  if (connected) await keepConnection(context, session, row.id, attempt);
  return { ...(test && { test }), ...(connected && { connection: { place: grant.place, configuration } }) };
}

/** What an attempt became: the page may have asked in two windows. */
async function findProved(
  { store: { prisma } }: ProveContext,
  session: Session,
  id: string,
): Promise<ConnectionView> {
  const row = await prisma.configuration.findFirst({ where: { creationKey: id, state: { not: 'removed' } } });
  const connection = row && (await prisma.connection.findUnique({ where: { configurationId: row.id } }));
  if (!row || connection?.sessionId !== session.id) {
    throw new ProblemError('not-found', 'This browser has nothing of this id to try. Connect it again.');
  }
  return { place: connection.place, configuration: presentConfiguration(row) };
}

function wantedFrom({ id, wanted, grant }: GrantedAttempt, connectorName: string) {
  const { groupName } = grant;
  return {
    ...wanted,
    creationKey: id,
    name: groupName?.slice(0, LIMITS.nameLength).toWellFormed() ?? connectorName,
    host: { kind: 'browser' as const, ...(groupName !== undefined && { teamName: groupName }) },
  };
}

async function keepConnection(
  { store }: ProveContext,
  session: Session,
  configurationId: string,
  { id, grant }: GrantedAttempt,
): Promise<void> {
  const { prisma, vault } = store;
  const connection = {
    sessionId: session.id,
    place: grant.place,
    userFingerprint: grant.userId === undefined ? null : vault.fingerprint(personText(grant.userId)),
  };
  await prisma.connection.upsert({
    where: { configurationId },
    create: { configurationId, ...connection },
    update: connection,
  });
  await dropGrant(store, id);
}
