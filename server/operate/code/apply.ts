import type { Pool } from 'pg';
import { Value } from 'typebox/value';
import type { Connector } from '../../../manifest/connector.ts';
import { refuseUnknownTimeZone, refuseUnknownTypes } from '../../configurations/refusals.ts';
import { type StoreContext, setDestination } from '../../configurations/store.ts';
import { checkFilter } from '../../configurations/stored-filter.ts';
import { pauseConfiguration } from '../../delivery/pause.ts';
import { type RecognisedWebhook, recogniseWebhook } from '../../destinations/recognise.ts';
import { toFieldProblems } from '../../field-problems.ts';
import type { User } from '../../identity/entra.ts';
import { ProblemError } from '../../problem.ts';
import type { Configuration as Row } from '../../storage/generated/client.ts';
import { differenceOf, pauseOf } from './difference.ts';
import { type Applied, ConfigurationCode } from './schema.ts';
import { changeToCode, createFromCode } from './store-code.ts';

export interface ApplyContext {
  store: StoreContext;
  pool: Pool;
  connector: Connector;
  webhookHosts: readonly string[];
  /** Who applies, as the history of configurations shows them; organisation is that of each configuration. */
  by: Pick<User, 'objectId' | 'name'>;
  /** The only organisation that may be touched; undefined: all. */
  tenantId: string | undefined;
}

/**
 * Brings one configuration to what its entry says, or, in a dry run, says what that would change. The same again
 * changes nothing. Its steps are settings, pause, address: one that ends in between posts nothing that was not
 * asked for, and the next run does the rest. Never rejects for what is wrong with the entry: the answer says it.
 */
export async function applyCode(context: ApplyContext, given: unknown, dryRun: boolean): Promise<Applied> {
  const named = namesOf(given);
  try {
    return await apply(context, readCode(given), dryRun);
  } catch (error) {
    if (!(error instanceof ProblemError)) throw error;
    const { code, message: detail, fields } = error;
    const problem = { code, detail, ...(fields.length > 0 && { errors: fields }) };
    return { ...named, outcome: 'failed', changes: [], problem };
  }
}

async function apply(context: ApplyContext, code: ConfigurationCode, dryRun: boolean): Promise<Applied> {
  const { store, connector } = context;
  refuseUnknownTypes(connector, code.eventTypes);
  refuseUnknownTimeZone(code.timeZone);
  await checkFilter(store.prisma, code.filter);
  const row = await find(context, code);
  const webhook = webhookOf(context, code);
  const known = webhook && { ...webhook, fingerprints: store.vault.fingerprints(webhook.url) };
  const changes = differenceOf(row, code, known, store.now());
  const named = { key: code.key, name: code.name };
  if (!dryRun) {
    const user = { ...context.by, tenantId: code.tenantId };
    const fields = new Set(changes.map(({ field }) => field));
    const id = row
      ? await changeToCode(store, user, row, code, fields)
      : await createFromCode(store, user, code);
    const pause = fields.has('pause') ? pauseOf(code, store.now()) : undefined;
    if (pause) {
      const end = pause.until === undefined ? undefined : new Date(pause.until);
      await pauseConfiguration(context.pool, id, { end, onResume: pause.onResume, by: user });
    }
    if (webhook && fields.has('destination')) await setDestination(store, user, id, webhook);
    return { ...named, id, outcome: outcomeOf(row, changes), changes };
  }
  const id = row?.id ?? code.id;
  return { ...named, ...(id !== undefined && { id }), outcome: outcomeOf(row, changes), changes };
}

function outcomeOf(row: Row | undefined, changes: Applied['changes']): Applied['outcome'] {
  if (!row) return 'created';
  return changes.length > 0 ? 'changed' : 'unchanged';
}

function readCode(given: unknown): ConfigurationCode {
  if (Value.Check(ConfigurationCode, given)) return given;
  const errors = toFieldProblems(Value.Errors(ConfigurationCode, given));
  throw new ProblemError('invalid-request', 'The entry is not valid.', errors);
}

/** What an entry is called, however wrong the rest of it is. */
function namesOf(given: unknown): Pick<Applied, 'key' | 'name'> {
  const text = (field: string) => {
    const value: unknown = typeof given === 'object' && given ? Reflect.get(given, field) : undefined;
    return typeof value === 'string' ? { [field]: value.slice(0, 200) } : {};
  };
  return { ...text('key'), ...text('name') };
}

/** The one that is there. Throws when the key may not touch it, when it is another's, and when it was removed. */
async function find({ store, tenantId }: ApplyContext, code: ConfigurationCode): Promise<Row | undefined> {
  if (tenantId !== undefined && code.tenantId !== tenantId) {
    throw new ProblemError('tenant-not-allowed', 'This key reaches its own organisation alone.');
  }
  const { prisma } = store;
  const byId =
    code.id === undefined ? null : await prisma.configuration.findUnique({ where: { id: code.id } });
  const tenantId_creationKey = { tenantId: code.tenantId, creationKey: code.key };
  const byKey = await prisma.configuration.findUnique({ where: { tenantId_creationKey } });
  const found = byId ?? (code.id === undefined ? byKey : null);
  const clashes = byId && (byId.tenantId !== code.tenantId || byId.creationKey !== code.key);
  // The same words, whosever the other one is.
  if (clashes || (!found && byKey)) {
    throw new ProblemError('invalid-request', 'Its id and its key belong to two configurations.');
  }
  if (found?.state === 'removed') {
    throw new ProblemError(
      'configuration-removed',
      'Restore it on its page, or give the entry another key and no id.',
    );
  }
  return found ?? undefined;
}

/** Throws `webhook-url-refused`, and `invalid-request` for sealed text that does not open here. */
function webhookOf(
  { store, webhookHosts }: ApplyContext,
  { id, destination }: ConfigurationCode,
): RecognisedWebhook | undefined {
  if (!destination) return undefined;
  if ('url' in destination) return recogniseWebhook(destination.url, webhookHosts);
  return recogniseWebhook(unseal(store, destination.sealed, id), webhookHosts);
}

function unseal({ vault }: StoreContext, sealed: string, id: string | undefined): string {
  try {
    return vault.open(sealed, id ?? '');
  } catch {
    throw new ProblemError(
      'invalid-request',
      'The address does not open: it was sealed with another of SECRET_KEYS, or for another id.',
      [{ pointer: '/destination/sealed', detail: 'cannot be opened here.' }],
    );
  }
}
