import { StartError } from '../../start-error.ts';
import { inTransaction } from '../../storage/transaction.ts';
import { createVault } from '../../storage/vault.ts';
import { COMMAND_LINE, recordAudit } from '../audit.ts';
import { type Reencrypted, reencrypt } from '../secrets/reencrypt.ts';
import { countNodesWithout, readSecretsStatus, type SecretsStatus } from '../secrets/status.ts';
import { type Command, noMore, type Surroundings } from './command.ts';
import { readSecretKeys, withDatabase } from './database.ts';

/** On the database, with the SECRET_KEYS of the environment: they go over no network. */
export const secretCommands: readonly Command[] = [
  {
    name: 'secrets status',
    usage: '',
    about: ['Says which of SECRET_KEYS encrypts how much, and whether the old ones are still needed.'],
    read(_values, operands) {
      noMore(operands);
      return showStatus;
    },
  },
  {
    name: 'secrets reencrypt',
    usage: '',
    about: [
      'Encrypts everything anew with the first of SECRET_KEYS, while the server runs. Can be ended and run again.',
    ],
    read(_values, operands) {
      noMore(operands);
      return runReencryption;
    },
  },
];

function showStatus({ env }: Surroundings) {
  return withDatabase(env, async ({ pool }) => {
    const status = await readSecretsStatus(pool, createVault(readSecretKeys(env)));
    return { words: statusInWords(status), json: status };
  });
}

function runReencryption({ env, tell }: Surroundings) {
  return withDatabase(env, async ({ pool }) => {
    const vault = createVault(readSecretKeys(env));
    const [first = ''] = vault.keyNames;
    const without = await countNodesWithout(pool, vault);
    if (without > 0) {
      throw new StartError(
        `${without} running ${without === 1 ? 'node does' : 'nodes do'} not know the key ${first} yet, and could post nothing. Give every node the new SECRET_KEYS first.`,
      );
    }
    const result = await reencrypt({
      pool,
      vault,
      onProgress: (done, total) => tell(`${done} of ${total}`),
    });
    const details = { key: first, rows: result.reencrypted, unreadable: result.unreadable.length };
    await inTransaction(pool, (client) =>
      recordAudit(client, { by: COMMAND_LINE, action: 'secrets-reencrypted', details }),
    );
    if (result.unreadable.length > 0) throw new Error(unreadableInWords(result));
    return { words: doneInWords(result, first), json: result };
  });
}

function statusInWords({ keys, nodesBehind, onlyFirstNeeded }: SecretsStatus): string {
  const places = {
    first: 'encrypts',
    further: 'in SECRET_KEYS',
    missing: 'NOT in SECRET_KEYS: nothing of this can be read',
  };
  const lines = keys.map(({ name, rows, place }) => `${name}  ${String(rows).padStart(8)}  ${places[place]}`);
  const nodes =
    nodesBehind > 0
      ? [`Nodes that run and encrypt with another key than ${keys[0]?.name}: ${nodesBehind}.`]
      : [];
  const advice = onlyFirstNeeded
    ? 'Only the first key is needed.'
    : 'The other keys are still needed: see "Change SECRET_KEYS" in docs/operating.md.';
  return `${[...lines, ...nodes, advice].join('\n')}\n`;
}

function doneInWords({ reencrypted }: Reencrypted, first: string): string {
  if (reencrypted === 0) return `Everything was under the key ${first} already.\n`;
  return `${reencrypted} ${reencrypted === 1 ? 'secret is' : 'secrets are'} now under the key ${first}.\n`;
}

function unreadableInWords({ reencrypted, unreadable }: Reencrypted): string {
  const shown = unreadable.slice(0, 20).map(({ table, id }) => `${table} ${id}`);
  return `${reencrypted} secrets were encrypted anew; ${unreadable.length} could not be read with SECRET_KEYS and stay as they are: ${shown.join(', ')}`;
}
