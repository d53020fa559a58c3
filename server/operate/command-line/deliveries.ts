import { DeliveryDetail, OperatedDelivery } from '../delivery-schema.ts';
import { ask } from './ask.ts';
import { askPages, PAGED } from './ask-pages.ts';
import { type Command, noMore, onlyOperand } from './command.ts';
import { moreOf, toMinute, toTable } from './table.ts';

const PATH = '/api/operate/deliveries';

export const deliveryCommands: readonly Command[] = [
  {
    name: 'deliveries list',
    usage:
      '[--state STATE] [--configuration ID] [--type TYPE] [--since TIME] [--until TIME] [--all | --cursor NEXT]',
    about: ['Shows deliveries, newest first, by when their events were accepted.'],
    options: {
      state: { type: 'string' },
      configuration: { type: 'string' },
      type: { type: 'string' },
      since: { type: 'string' },
      until: { type: 'string' },
      ...PAGED,
    },
    read(values, operands) {
      noMore(operands);
      return async (around) => {
        const filters = ['state', 'configuration', 'type', 'since', 'until'];
        const page = await askPages(around, values, { path: PATH, filters, item: OperatedDelivery });
        const rows = page.items.map(({ id, acceptedAt, state, reason, configuration, event }) => [
          id,
          toMinute(acceptedAt),
          state,
          reason,
          configuration.name,
          event.title,
        ]);
        const table = toTable([['NUMBER', 'ACCEPTED', 'STATE', 'REASON', 'CHANNEL', 'EVENT'], ...rows]);
        return { words: table + moreOf(page.next), json: page };
      };
    },
  },
  {
    name: 'deliveries show',
    usage: 'NUMBER',
    about: ['Tells the story of one delivery.'],
    read(_values, operands) {
      const number = onlyOperand(operands, 'the number of the delivery');
      return async (around) => {
        const path = `${PATH}/${encodeURIComponent(number)}`;
        const detail = await ask(around, { path, answer: DeliveryDetail });
        const { configuration, event, state, explanation } = detail;
        const rows = [
          ['', `${event.title} (${event.type}) for ${configuration.name}: ${state}`],
          ...explanation.steps.map(({ at, text }) => [toMinute(at), text]),
        ];
        return { words: toTable(rows), json: detail };
      };
    },
  },
];
