import { ChangesPage, NamedAuditPage } from '../audit-routes.ts';
import { askPages, PAGED } from './ask-pages.ts';
import { type Command, noMore } from './command.ts';
import { moreOf, toMinute, toTable } from './table.ts';

export const trailCommands: readonly Command[] = [
  {
    name: 'audit',
    usage: '[--all | --cursor NEXT]',
    about: ['Shows what operators did, newest first.'],
    options: PAGED,
    read(values, operands) {
      noMore(operands);
      return async (around) => {
        const item = NamedAuditPage.properties.items.items;
        const page = await askPages(around, values, { path: '/api/operate/audit', filters: [], item });
        const rows = page.items.map(({ at, action, by, byName, details }) => [
          toMinute(at),
          action,
          byName === undefined ? by : `${by} (${byName})`,
          Object.entries(details)
            .map(([name, value]) => `${name}=${value}`)
            .join(' '),
        ]);
        return {
          words: toTable([['AT', 'ACTION', 'BY', 'DETAILS'], ...rows]) + moreOf(page.next),
          json: page,
        };
      };
    },
  },
  {
    name: 'changes',
    usage: '[--configuration ID] [--all | --cursor NEXT]',
    about: ['Shows what people did to configurations, newest first.'],
    options: { configuration: { type: 'string' }, ...PAGED },
    read(values, operands) {
      noMore(operands);
      return async (around) => {
        const item = ChangesPage.properties.items.items;
        const call = { path: '/api/operate/changes', filters: ['configuration'], item };
        const page = await askPages(around, values, call);
        const rows = page.items.map(({ at, kind, byName, configuration, settings }) => [
          toMinute(at),
          kind,
          byName,
          configuration.name,
          settings.join(' '),
        ]);
        const table = toTable([['AT', 'WHAT', 'BY', 'CHANNEL', 'SETTINGS'], ...rows]);
        return { words: table + moreOf(page.next), json: page };
      };
    },
  },
];
