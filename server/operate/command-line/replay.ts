import { ReplayResult } from '../../configurations/delivery-schema.ts';
import { ask } from './ask.ts';
import { type Command, noMore, type Values } from './command.ts';

export const replayCommands: readonly Command[] = [
  {
    name: 'replay',
    usage: '--failed | --since TIME | --delivery NUMBER… [--configuration ID]',
    about: [
      'Delivers again: all that failed or expired, everything accepted since a moment (what was sent before comes',
      'a second time), or single deliveries. --delivery may be given several times.',
    ],
    options: {
      failed: { type: 'boolean' },
      since: { type: 'string' },
      delivery: { type: 'string', multiple: true },
      configuration: { type: 'string' },
    },
    read(values, operands) {
      noMore(operands);
      const body = readChoice(values);
      return async (around) => {
        const result = await ask(around, { path: '/api/operate/replay', body, answer: ReplayResult });
        return { words: inWords(result), json: result };
      };
    },
  },
];

function readChoice({ failed, since, delivery, configuration }: Values): object {
  if ([failed, since, delivery].filter((choice) => choice !== undefined).length !== 1) {
    throw new Error('Give exactly one of --failed, --since and --delivery.');
  }
  const [first, ...more] = Array.isArray(delivery) ? delivery : [];
  const deliveries = more.length > 0 ? { deliveries: delivery } : { delivery: first };
  return { configuration, ...(delivery === undefined ? { failed, since } : deliveries) };
}

function inWords({ replayed, repeated }: ReplayResult): string {
  if (replayed === 0) return 'Nothing was found to deliver again.\n';
  const twice = repeated > 0 ? `; ${repeated} of them had been sent before and come a second time` : '';
  return `${replayed} ${replayed === 1 ? 'delivery waits' : 'deliveries wait'} again${twice}.\n`;
}
