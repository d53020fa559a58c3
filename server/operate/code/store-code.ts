import { randomBytes } from 'node:crypto';
import { recordChange } from '../../configurations/changes.ts';
import { changeConfiguration, type StoreContext } from '../../configurations/store.ts';
import { toFilterColumns } from '../../configurations/stored-filter.ts';
import type { User } from '../../identity/entra.ts';
import type { Configuration as Row } from '../../storage/generated/client.ts';
import { settingsOf } from './difference.ts';
import type { ConfigurationCode } from './schema.ts';

const ID_BYTES = 16;

/** Stores a new configuration without an address: it gets nothing yet. Answers its id. */
export async function createFromCode(
  { prisma, now }: StoreContext,
  user: User,
  code: ConfigurationCode,
): Promise<string> {
  const id = code.id ?? randomBytes(ID_BYTES).toString('base64url');
  const at = now();
  const { filter, quietHours, ...settings } = settingsOf(code);
  await prisma.$transaction(async (transaction) => {
    await transaction.configuration.create({
      data: {
        id,
        creationKey: code.key,
        tenantId: user.tenantId,
        ...settings,
        ...(filter && toFilterColumns(filter)),
        ...(quietHours && { quietHours }),
        ...hostColumns(code.host ?? { kind: 'browser' }),
        createdBy: user.objectId,
        createdByName: user.name,
        createdAt: at,
        updatedBy: user.objectId,
        updatedByName: user.name,
        updatedAt: at,
      },
    });
    await recordChange(transaction, { configurationId: id, at, by: user, kind: 'created' });
  });
  return id;
}

/** Changes what differs, and nothing else: two runs at one time do not undo each other. */
export async function changeToCode(
  store: StoreContext,
  user: User,
  { id, version }: Row,
  code: ConfigurationCode,
  fields: ReadonlySet<string>,
): Promise<string> {
  const { filter = null, quietHours = null, ...settings } = settingsOf(code);
  const wanted = Object.entries({ ...settings, filter, quietHours }).filter(([field]) => fields.has(field));
  if (wanted.length > 0) {
    await changeConfiguration(store, user, id, { version, ...Object.fromEntries(wanted) });
  }
  if (code.host && fields.has('host')) {
    await store.prisma.configuration.update({ where: { id }, data: hostColumns(code.host) });
  }
  return id;
}

function hostColumns({ kind, teamName, channelName }: NonNullable<ConfigurationCode['host']>) {
  return { hostKind: kind, teamName: teamName ?? null, channelName: channelName ?? null };
}
