import { ProblemError } from '../problem.ts';
import type { ConnectAttempt, PrismaClient } from '../storage/generated/client.ts';
import type { Vault } from '../storage/vault.ts';
import type { Grant } from './callback-answer.ts';
import type { Outcome, StartConnect } from './schema.ts';
import { drawId, drawSecret, hashOf } from './secret.ts';
import type { Session } from './session.ts';

export interface AttemptStore {
  prisma: PrismaClient;
  vault: Vault;
  now(): Date;
}

/** So long a person may take at Microsoft's page. */
const STATE_LIFE_MS = 600_000;
/** What Microsoft gave and no card has proved is kept for so long, to try again. */
const KEPT_MS = 24 * 3_600_000;
/** More ways that are open at one time are a flood. They are small, and gone after a day. */
const MOST_OPEN = 5_000;

/**
 * Begins a way to Microsoft and answers its state, which is good for ten minutes, once, and from this browser
 * alone. Throws `unavailable` in a flood: fails closed, so that strangers cannot fill the database.
 */
export async function beginAttempt(
  { prisma, now }: AttemptStore,
  session: Session,
  wanted: StartConnect,
): Promise<string> {
  const at = now();
  const state = drawSecret();
  await prisma.connectAttempt.deleteMany({ where: { expiresAt: { lt: new Date(at.getTime() - KEPT_MS) } } });
  if ((await prisma.connectAttempt.count({ where: { expiresAt: { gt: at } } })) >= MOST_OPEN) {
    throw new ProblemError(
      'unavailable',
      'Too many people are connecting right now. Try again in ten minutes.',
    );
  }
  await prisma.connectAttempt.create({
    data: {
      id: drawId(),
      stateHash: hashOf(state),
      sessionId: session.id,
      wanted,
      createdAt: at,
      expiresAt: new Date(at.getTime() + STATE_LIFE_MS),
    },
  });
  return state;
}

type StateRefusal = Extract<Outcome, 'unknown' | 'foreign' | 'used' | 'expired'>;

/**
 * Uses a state up and answers its attempt, or why it is none. One statement decides, so that of two callbacks
 * with one state a single one wins; one from another browser uses nothing up.
 */
export async function takeAttempt(
  { prisma, now }: AttemptStore,
  session: Session | undefined,
  state: string | undefined,
): Promise<ConnectAttempt | StateRefusal> {
  if (state === undefined) return 'unknown';
  const at = now();
  const stateHash = hashOf(state);
  if (session) {
    const [taken] = await prisma.connectAttempt.updateManyAndReturn({
      where: { stateHash, sessionId: session.id, usedAt: null, expiresAt: { gt: at } },
      data: { usedAt: at },
    });
    if (taken) return taken;
  }
  const attempt = await prisma.connectAttempt.findUnique({ where: { stateHash } });
  if (!attempt) return 'unknown';
  if (attempt.sessionId !== session?.id) return 'foreign';
  return attempt.usedAt ? 'used' : 'expired';
}

/** Keeps what Microsoft gave, encrypted. */
export async function keepGrant({ prisma, vault }: AttemptStore, id: string, grant: Grant): Promise<void> {
  await prisma.connectAttempt.update({
    where: { id },
    data: { grant: vault.seal(JSON.stringify(grant), id) },
  });
}

/** An attempt that Microsoft granted and no card has proved yet. */
export interface GrantedAttempt {
  id: string;
  wanted: StartConnect;
  grant: Grant;
}

/** Those of a session, newest first; with `id`, only that one. */
export async function listGranted(
  { prisma, vault, now }: AttemptStore,
  session: Session,
  id?: string,
): Promise<GrantedAttempt[]> {
  const rows = await prisma.connectAttempt.findMany({
    where: {
      sessionId: session.id,
      grant: { not: null },
      expiresAt: { gt: new Date(now().getTime() - KEPT_MS) },
      ...(id !== undefined && { id }),
    },
    orderBy: { createdAt: 'desc' },
  });
  return rows.map((row) => ({
    id: row.id,
    // Both are only ever written here, from what a schema let in.
    wanted: row.wanted as StartConnect,
    grant: JSON.parse(vault.open(row.grant ?? '', row.id)) as Grant,
  }));
}

/** Lets go of what Microsoft gave: it is a configuration now, or will never be one. */
export async function dropGrant({ prisma }: AttemptStore, id: string): Promise<void> {
  await prisma.connectAttempt.update({ where: { id }, data: { grant: null } });
}
