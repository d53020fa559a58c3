import { parseArgs } from 'node:util';
import { retryFailed } from '../card-actions/outbox.ts';
import { inTransaction } from '../storage/transaction.ts';
import { COMMAND_LINE, recordAudit } from './audit.ts';
import { withDatabase } from './database.ts';

/** `actions retry`: passes on again what was given up. Throws, in words for people, for any other arguments. */
export function readActionsCommand(args: readonly string[]) {
  const { positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: { json: { type: 'boolean' } },
  });
  if (positionals.join(' ') !== 'retry') throw new Error('The command is "actions retry".');
  return (env: NodeJS.ProcessEnv) =>
    withDatabase(env, async ({ pool }) => {
      const retried = await inTransaction(pool, async (client) => {
        const count = await retryFailed(client, new Date());
        const details = { retried: count };
        await recordAudit(client, { by: COMMAND_LINE, action: 'actions-retried', details });
        return count;
      });
      return { words: inWords(retried), json: { retried } };
    });
}

function inWords(retried: number): string {
  if (retried === 0) return 'Nothing was given up.\n';
  return `${retried} pressed ${retried === 1 ? 'button waits' : 'buttons wait'} again.\n`;
}
