import { StartError } from '../../start-error.ts';
import { inTransaction } from '../../storage/transaction.ts';
import { createVault } from '../../storage/vault.ts';
import { COMMAND_LINE, recordAudit } from '../audit.ts';
import { countNodesWith, forgetKey } from '../secrets/forget.ts';
import { type Reencrypted, reencrypt } from '../secrets/reencrypt.ts';
import { countNodesWithout, readSecretsStatus, type SecretsStatus } from '../secrets/status.ts';
import { type Command, noMore, onlyOperand, type Surroundings } from './command.ts';
import { readSecretKeys, withDatabase, withStoppedDatabase } from './database.ts';

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
  {
    name: 'secrets forget',
    usage: 'KEY',
    about: [
      'Gives up what was encrypted with a key that is lost, by the name that "secrets status" shows: its channels are',
      'broken, and keep what waits until they have a new address.',
    ],
    read(_values, operands) {
      const key = onlyOperand(operands, 'the name of the key: "secrets status" shows it');
      return (around) => runForgetting(around, key);
    },
  },
];

function runForgetting({ env }: Surroundings, key: string) {
  return withStoppedDatabase(env, async ({ pool }) => {
    const known = createVault(readSecretKeys(env)).keyNames.includes(key);
    if (known || (await countNodesWith(pool, key)) > 0) {
      throw new Error(`The key ${key} is not lost: it is in SECRET_KEYS here or on a node that runs.`);
    }
    const { keys } = await readSecretsStatus(pool, createVault(readSecretKeys(env)));
    if (!keys.some(({ name, rows }) => name === key && rows > 0)) {
      throw new Error(`Nothing is encrypted with a key ${key}. "secrets status" shows the keys.`);
    }
    const forgotten = await forgetKey(pool, key);
    const words = `${forgotten.broken} ${forgotten.broken === 1 ? 'channel waits' : 'channels wait'} for a new address.\n`;
    return { words, json: forgotten };
  });
}

function showStatus({ env }: Surroundings) {
  return withStoppedDatabase(env, async ({ pool }) => {
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
