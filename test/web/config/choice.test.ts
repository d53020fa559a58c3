import { expect, it } from 'vitest';
import { type Choice, changeTo, differences } from '../../../web/config/choice.ts';

const CHOICE: Choice = {
  name: 'News',
  eventTypes: ['b', 'a'],
  schedule: { kind: 'weekly', days: [4, 1], time: '09:00' },
  timeZone: 'UTC',
};

it.each<[string, Partial<Choice>, string[]]>([
  [
    'the order of kinds and days',
    { eventTypes: ['a', 'b'], schedule: { ...CHOICE.schedule, days: [1, 4] } as Choice['schedule'] },
    [],
  ],
  ['a filter that asks nothing', { filter: { match: 'any', conditions: [] } }, []],
  ['quiet hours that are none', { quietHours: { from: '22:00', to: '22:00' } }, []],
  ['the name', { name: 'Other' }, ['name']],
  ['a kind', { eventTypes: ['a'] }, ['eventTypes']],
  ['the time', { schedule: { kind: 'weekly', days: [4, 1], time: '09:30' } }, ['schedule']],
  ['the kind of schedule', { schedule: { kind: 'hourly' } }, ['schedule']],
  ['quiet hours', { quietHours: { from: '22:00', to: '07:00' } }, ['quietHours']],
  ['the time zone', { timeZone: 'Europe/Paris' }, ['timeZone']],
  [
    'a filter',
    { filter: { match: 'all', conditions: [{ field: 'x', operator: 'is', value: 'y' }] } },
    ['filter'],
  ],
])('%s: what differs', (_what, change, fields) => {
  expect(differences(CHOICE, { ...CHOICE, ...change })).toEqual(fields);
});

it('takes away what it does without', () => {
  expect(changeTo(CHOICE)).toEqual({ ...CHOICE, filter: null, quietHours: null });
});
