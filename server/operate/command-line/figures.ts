import type { Static } from 'typebox';
import { EventTypeCounts, Overview, Series } from '../figures-schema.ts';
import { ask } from './ask.ts';
import { type Command, noMore, queryOf } from './command.ts';
import { toMinute, toTable } from './table.ts';

export const figureCommands: readonly Command[] = [
  {
    name: 'overview',
    usage: '',
    about: ['Shows how things stand: channels by state, what waits, what failed.'],
    read(_values, operands) {
      noMore(operands);
      return async (around) => {
        const overview = await ask(around, { path: '/api/operate/overview', answer: Overview });
        return { words: overviewInWords(overview), json: overview };
      };
    },
  },
  {
    name: 'series',
    usage: '[--span hour|day|week]',
    about: ['Shows what was posted, and how long webhooks took to answer, step by step.'],
    options: { span: { type: 'string' } },
    read(values, operands) {
      noMore(operands);
      return async (around) => {
        const path = `/api/operate/series${queryOf(values, ['span'])}`;
        const series = await ask(around, { path, answer: Series });
        return { words: seriesInWords(series), json: series };
      };
    },
  },
  {
    name: 'event-types',
    usage: '[--language en|fr]',
    about: ['Shows what came in the last days, and how many configurations chose it.'],
    options: { language: { type: 'string' } },
    read(values, operands) {
      noMore(operands);
      return async (around) => {
        const path = `/api/operate/event-types${queryOf(values, ['language'])}`;
        const counts = await ask(around, { path, answer: EventTypeCounts });
        const rows = counts.items.map(({ type, title, events, configurations }) => [
          type,
          events,
          configurations,
          title,
        ]);
        return { words: toTable([['TYPE', 'EVENTS', 'CONFIGURATIONS', 'TITLE'], ...rows]), json: counts };
      };
    },
  },
];

function overviewInWords({
  configurations,
  waiting,
  failed,
  atRisk,
  retentionDays,
  nodes,
}: Overview): string {
  const { active, paused, broken, removed } = configurations;
  const waits = Object.entries(waiting).map(([state, { count, oldestSeconds }]) => [
    `waiting for ${state} ones`,
    count,
    count > 0 ? `the oldest for ${Math.round(oldestSeconds)} s` : '',
  ]);
  return toTable([
    [
      'configurations',
      active + paused + broken,
      `${paused} paused, ${broken} broken, ${removed} removed besides`,
    ],
    ...waits,
    ['failed or expired', failed],
    [
      'broken, and losing events',
      atRisk.over50 + atRisk.over70 + atRisk.over90,
      `${atRisk.over90} past 90 %, ${atRisk.over70} past 70 %, ${atRisk.over50} past 50 % of ${retentionDays} days`,
    ],
    ['nodes', nodes],
  ]);
}

function seriesInWords({ points }: Static<typeof Series>): string {
  const rows = points
    .filter(
      ({ posted, accepted, tryAgain, dead, cardWrong }) =>
        posted + accepted + tryAgain + dead + cardWrong > 0,
    )
    .map(({ at, posted, accepted, tryAgain, dead, cardWrong, p50Ms, p95Ms }) => [
      toMinute(at),
      posted + accepted,
      tryAgain,
      dead + cardWrong,
      p50Ms,
      p95Ms,
    ]);
  if (rows.length === 0) return 'Nothing was posted.\n';
  return toTable([['FROM', 'TAKEN', 'TO TRY AGAIN', 'REFUSED', 'MEDIAN MS', '95 % MS'], ...rows]);
}
