import { retryFailed } from '../../card-actions/outbox.ts';
import { inTransaction } from '../../storage/transaction.ts';
import { COMMAND_LINE, recordAudit } from '../audit.ts';
import { type Command, noMore } from './command.ts';
import { withDatabase } from './database.ts';

export const actionCommands: readonly Command[] = [
  {
    name: 'actions retry',
    usage: '',
    about: ['Passes on again to ACTION_URL what was given up of what people pressed on cards.'],
    read(_values, operands) {
      noMore(operands);
      return ({ env }) =>
        withDatabase(env, async ({ pool }) => {
          const retried = await inTransaction(pool, async (client) => {
            const count = await retryFailed(client, new Date());
            const details = { retried: count };
            await recordAudit(client, { by: COMMAND_LINE, action: 'actions-retried', details });
            return count;
          });
          return { words: inWords(retried), json: { retried } };
        });
    },
  },
];

function inWords(retried: number): string {
  if (retried === 0) return 'Nothing was given up.\n';
  return `${retried} pressed ${retried === 1 ? 'button waits' : 'buttons wait'} again.\n`;
}
