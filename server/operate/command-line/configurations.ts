import type { Static } from 'typebox';
import { Explanation } from '../../configurations/explain-schema.ts';
import { OperatedConfiguration, OperatedDetail } from '../configuration-schema.ts';
import { ask } from './ask.ts';
import { askPages, PAGED } from './ask-pages.ts';
import { type Command, noMore, onlyOperand, queryOf, textOf } from './command.ts';
import { moreOf, onOneLine, toMinute, toTable } from './table.ts';

type Operated = Static<typeof OperatedConfiguration>;

const PATH = '/api/operate/configurations';
const FILTERS = ['search', 'tenant', 'state', 'type'];

export const configurationCommands: readonly Command[] = [
  {
    name: 'configurations list',
    usage: '[--search TEXT] [--tenant ID] [--state STATE] [--type TYPE] [--all | --cursor NEXT]',
    about: ['Shows configurations, newest first. Without a state, all that are not removed.'],
    options: {
      search: { type: 'string' },
      tenant: { type: 'string' },
      state: { type: 'string' },
      type: { type: 'string' },
      ...PAGED,
    },
    read(values, operands) {
      noMore(operands);
      return async (around) => {
        const call = { path: PATH, filters: FILTERS, item: OperatedConfiguration };
        const page = await askPages(around, values, call);
        const rows = page.items.map(({ id, state, waiting, lastSuccessAt, name }) => [
          id,
          state,
          waiting,
          toMinute(lastSuccessAt),
          name,
        ]);
        const table = toTable([['ID', 'STATE', 'WAITING', 'LAST SUCCESS', 'NAME'], ...rows]);
        return { words: table + moreOf(page.next), json: page };
      };
    },
  },
  {
    name: 'configurations show',
    usage: 'ID',
    about: ['Shows one configuration with all that its channel chose.'],
    read(_values, operands) {
      const id = onlyOperand(operands, 'the id of the configuration');
      return async (around) => {
        const path = `${PATH}/${encodeURIComponent(id)}`;
        const detail = await ask(around, { path, answer: OperatedDetail });
        return { words: `${JSON.stringify(detail, null, 2)}\n`, json: detail };
      };
    },
  },
  {
    name: 'configurations explain',
    usage: 'ID --source SOURCE --event EVENT',
    about: ['Tells what became of an event for this configuration, and why.'],
    options: { source: { type: 'string' }, event: { type: 'string' } },
    read(values, operands) {
      const id = onlyOperand(operands, 'the id of the configuration');
      if (!textOf(values, 'source') || !textOf(values, 'event'))
        throw new Error('Give --source and --event.');
      return async (around) => {
        const path = `${PATH}/${encodeURIComponent(id)}/explain${queryOf(values, ['source', 'event'])}`;
        const story = await ask(around, { path, answer: Explanation });
        const rows = story.steps.map(({ at, text }) => [toMinute(at), text]);
        return { words: toTable(rows), json: story };
      };
    },
  },
  {
    name: 'broken',
    usage: '[--tenant ID] [--all | --cursor NEXT]',
    about: ['Shows channels whose webhook is dead, with why, since when, and how much waits.'],
    options: { tenant: { type: 'string' }, ...PAGED },
    read(values, operands) {
      noMore(operands);
      return async (around) => {
        const call = { path: PATH, filters: FILTERS, item: OperatedConfiguration };
        const page = await askPages(around, { ...values, state: 'broken' }, call);
        return { words: brokenInWords(page.items) + moreOf(page.next), json: page };
      };
    },
  },
];

function brokenInWords(items: readonly Operated[]): string {
  if (items.length === 0) return 'No channel is broken.\n';
  const rows = items.map(({ id, brokenAt, waiting, usedShare, name, stateReason }) => [
    id,
    toMinute(brokenAt),
    waiting,
    usedShare === undefined ? '' : `${Math.round(usedShare * 100)} %`,
    name,
    onOneLine(stateReason ?? ''),
  ]);
  return toTable([['ID', 'SINCE', 'WAITING', 'TIME USED', 'NAME', 'WHY'], ...rows]);
}
