import { randomBytes } from 'node:crypto';
import type { RecognisedWebhook } from '../destinations/recognise.ts';
import type { User } from '../identity/entra.ts';
import { ProblemError } from '../problem.ts';
import { Prisma, type PrismaClient, type Configuration as Row } from '../storage/generated/client.ts';
import type { Vault } from '../storage/vault.ts';
import { changedSettings, recordChange } from './changes.ts';
import type { ChangeConfiguration, Configuration, CreateConfiguration } from './schema.ts';
import { checkFilter, toFilterColumns } from './stored-filter.ts';

export interface StoreContext {
  prisma: PrismaClient;
  vault: Vault;
  now(): Date;
}

/** What is stored of a new configuration, whatever way it came: the page's own, or Connect to Office 365. */
type NewConfiguration = Omit<CreateConfiguration, 'host'> & Pick<Configuration, 'host'>;

const ID_BYTES = 16;
const ID = /^[\w-]{22}$/;

/**
 * Stores what a channel wants. The same creation key again, by a user of the same tenant, changes the same
 * configuration: a save whose answer was lost can be sent anew.
 */
export async function createConfiguration(
  { prisma, now }: StoreContext,
  user: User,
  { creationKey, host, filter, ...others }: NewConfiguration,
): Promise<{ row: Row; created: boolean }> {
  await checkFilter(prisma, filter);
  const wanted = { ...others, ...(filter && toFilterColumns(filter)) };
  const at = now();
  const id = randomBytes(ID_BYTES).toString('base64url');
  const row = await prisma.$transaction(async (transaction) => {
    const stored = await transaction.configuration.upsert({
      where: { tenantId_creationKey: { tenantId: user.tenantId, creationKey } },
      create: {
        id,
        creationKey,
        tenantId: user.tenantId,
        ...wanted,
        hostKind: host.kind,
        teamName: host.teamName ?? null,
        channelName: host.channelName ?? null,
        createdBy: user.objectId,
        createdByName: user.name,
        createdAt: at,
        ...changedBy(user, at),
      },
      // A removed one comes back: the user pressed Save again after a failure had undone the first.
      update: {
        ...wanted,
        version: { increment: 1 },
        state: 'active',
        stateReason: null,
        pausedAt: null,
        pausedUntil: null,
        brokenAt: null,
        removedAt: null,
        ...changedBy(user, at),
      },
    });
    const kind = stored.id === id ? 'created' : 'changed';
    await recordChange(transaction, { configurationId: stored.id, at, by: user, kind });
    return stored;
  });
  return { row, created: row.id === id };
}

/**
 * The configuration with this id, if the user's tenant has it. Throws `configuration-not-found`, the same
 * for one that never was and for another tenant's, and `configuration-removed`.
 */
export async function findConfiguration(context: StoreContext, user: User, id: string): Promise<Row> {
  const row = await findAlsoRemoved(context, user, id);
  if (row.state === 'removed') throw removed();
  return row;
}

/** As `findConfiguration`, and also one that was removed: its history can be read, and the removal undone. */
export async function findAlsoRemoved({ prisma }: StoreContext, user: User, id: string): Promise<Row> {
  // What is no id is not looked for: PostgreSQL takes no NUL, even to compare with.
  const row = ID.test(id)
    ? await prisma.configuration.findFirst({ where: { id, tenantId: user.tenantId } })
    : null;
  if (!row) throw notFound();
  return row;
}

/** Throws `configuration-changed` when it is no longer the version that the change was made from. */
export async function changeConfiguration(
  context: StoreContext,
  user: User,
  id: string,
  { version, filter, quietHours, ...wanted }: ChangeConfiguration,
): Promise<Row> {
  const before = await findConfiguration(context, user, id);
  const { prisma, now } = context;
  await checkFilter(prisma, filter);
  const at = now();
  return prisma.$transaction(async (transaction) => {
    const [row] = await transaction.configuration.updateManyAndReturn({
      where: { id, tenantId: user.tenantId, version, state: { not: 'removed' } },
      data: {
        ...wanted,
        ...(filter !== undefined && toFilterColumns(filter)),
        ...(quietHours !== undefined && { quietHours: quietHours ?? Prisma.DbNull }),
        version: { increment: 1 },
        ...changedBy(user, at),
      },
    });
    if (!row) {
      throw new ProblemError(
        'configuration-changed',
        'Read the configuration again, then make your change anew.',
      );
    }
    const settings = changedSettings(before, row);
    await recordChange(transaction, { configurationId: id, at, by: user, kind: 'changed', settings });
    return row;
  });
}

/**
 * Sets the webhook that a configuration posts to; from now on events flow. A broken one becomes active
 * again. The same URL again changes nothing, so that every opening of the page may send it. `connected` remembers
 * that it took the card that greets a channel.
 */
export async function setDestination(
  context: StoreContext,
  user: User,
  id: string,
  webhook: RecognisedWebhook,
  { connected = false } = {},
): Promise<Row> {
  const { prisma, vault, now } = context;
  const current = await findConfiguration(context, user, id);
  const fingerprint = vault.fingerprint(webhook.url);
  const greeted = !connected || current.connectedFingerprint === fingerprint;
  if (current.destinationFingerprint === fingerprint && current.state !== 'broken' && greeted) return current;
  const at = now();
  return prisma.$transaction(async (transaction) => {
    const [row] = await transaction.configuration.updateManyAndReturn({
      where: { id, tenantId: user.tenantId, state: { not: 'removed' } },
      data: {
        destinationKind: webhook.kind,
        destinationUrl: vault.seal(webhook.url, id),
        destinationFingerprint: fingerprint,
        destinationLabel: webhook.label,
        ...(connected && { connectedFingerprint: fingerprint }),
        version: { increment: 1 },
        holdUntil: null,
        ...(current.state === 'broken' && MENDED),
        ...changedBy(user, at),
      },
    });
    if (!row) throw removed();
    // What the old destination had put off is due at once.
    await transaction.delivery.updateMany({
      where: { configurationId: id, state: 'waiting', dueAt: { gt: at } },
      data: { dueAt: at },
    });
    const pointed = current.destinationFingerprint !== fingerprint || current.state === 'broken';
    if (pointed) await recordChange(transaction, { configurationId: id, at, by: user, kind: 'pointed' });
    return row;
  });
}

/** A broken one goes on. It may have broken during a pause, which is over then. */
const MENDED = {
  state: 'active',
  stateReason: null,
  brokenAt: null,
  pausedAt: null,
  pausedUntil: null,
} as const;

function changedBy(user: User, at: Date) {
  return { updatedBy: user.objectId, updatedByName: user.name, updatedAt: at };
}

function notFound(): ProblemError {
  return new ProblemError(
    'configuration-not-found',
    'It was never here, or its time is over. Configure the channel anew.',
  );
}

function removed(): ProblemError {
  return new ProblemError('configuration-removed', 'Configure the channel anew.');
}
