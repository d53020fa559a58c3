import type { PrismaClient } from '../storage/generated/client.ts';
import { drawId, drawSecret, hashOf } from './secret.ts';

/** A browser that came to connect something, and what it may change. */
export interface Session {
  /** Names it where people would be named. */
  id: string;
}

/** A session with the value that its cookie gets, which is known only now. */
export interface FreshSession extends Session {
  secret: string;
  maxAgeS: number;
}

/** Until something is connected, a session is only good for the way to Microsoft and back. */
const BEGUN_S = 1_200;
/** After that the browser may change what it connected; later its person signs in. */
const CONNECTED_S = 30 * 24 * 3_600;

/** The session of a cookie's value; nothing when it is unknown or over. */
export async function findSession(
  prisma: PrismaClient,
  secret: string | undefined,
  now: Date,
): Promise<Session | undefined> {
  if (secret === undefined) return undefined;
  const row = await prisma.connectSession.findUnique({ where: { hash: hashOf(secret) } });
  return row && row.expiresAt > now ? { id: row.id } : undefined;
}

/** Begins a session, and removes those that are over. */
export async function openSession(prisma: PrismaClient, now: Date): Promise<FreshSession> {
  const id = drawId();
  const secret = drawSecret();
  await prisma.connectSession.deleteMany({ where: { expiresAt: { lt: now } } });
  await prisma.connectSession.create({
    data: { id, hash: hashOf(secret), createdAt: now, expiresAt: later(now, BEGUN_S) },
  });
  return { id, secret, maxAgeS: BEGUN_S };
}

/**
 * Gives a session a new secret and its long life, as it comes to hold something: a cookie that somebody planted
 * in the browser before is worth nothing from now on.
 */
export async function renewSession(prisma: PrismaClient, { id }: Session, now: Date): Promise<FreshSession> {
  const secret = drawSecret();
  const expiresAt = later(now, CONNECTED_S);
  await prisma.connectSession.update({ where: { id }, data: { hash: hashOf(secret), expiresAt } });
  return { id, secret, maxAgeS: CONNECTED_S };
}

function later(now: Date, seconds: number): Date {
  return new Date(now.getTime() + seconds * 1_000);
}
