import { type EraseRequest, EraseResult } from '../erase/schema.ts';
import { ask } from './ask.ts';
import { type Command, noMore, textOf, type Values } from './command.ts';
import { toTable } from './table.ts';

/** A million deliveries take a minute or two. */
const PATIENCE_MS = 1_800_000;

export const eraseCommands: readonly Command[] = [
  {
    name: 'erase',
    usage: '--tenant ID | --user ID [--confirm ID] [--reference TEXT]',
    about: [
      'Erases everything of an organisation, or of a person by their object id in Entra. Without --confirm and the',
      'same id again it only says what that would be. The reference is kept with the record: nothing of people.',
    ],
    options: {
      tenant: { type: 'string' },
      user: { type: 'string' },
      confirm: { type: 'string' },
      reference: { type: 'string' },
    },
    read(values, operands) {
      noMore(operands);
      const body = readWish(values);
      return async (around) => {
        const call = { path: '/api/operate/erase', body, answer: EraseResult, timeoutMs: PATIENCE_MS };
        const result = await ask(around, call);
        return { words: inWords(result, body), json: result };
      };
    },
  },
];

function readWish(values: Values): EraseRequest {
  const [tenant, user, confirm, reference] = ['tenant', 'user', 'confirm', 'reference'].map((name) =>
    textOf(values, name),
  );
  if ((tenant === undefined) === (user === undefined)) throw new Error('Give either --tenant or --user.');
  return {
    ...(tenant !== undefined && { tenant }),
    ...(user !== undefined && { user }),
    ...(confirm !== undefined && { confirm }),
    ...(reference !== undefined && { reference }),
  };
}

function inWords({ erased, counts }: EraseResult, { tenant, user }: EraseRequest): string {
  const table = toTable(Object.entries(counts).map(([kind, count]) => [kind, count]));
  if (erased) return `Erased:\n${table}`;
  return `Nothing was erased. This would be:\n${table}To do it, give the same id again: --confirm ${tenant ?? user}\n`;
}
