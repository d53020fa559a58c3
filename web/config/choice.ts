import type { ChangeConfiguration, Configuration } from '../../server/configurations/schema.ts';
import { isSameFilter } from './filter/to-filter.ts';

/** What people choose about a configuration with the form. */
const CHOICE_FIELDS = ['name', 'eventTypes', 'filter', 'schedule', 'quietHours', 'timeZone'] as const;
export type ChoiceField = (typeof CHOICE_FIELDS)[number];
export type Choice = Pick<Configuration, ChoiceField>;

/** The fields in which two choices differ, whatever the order of what has none. */
export function differences(one: Choice, other: Choice): ChoiceField[] {
  return CHOICE_FIELDS.filter((field) =>
    field === 'filter'
      ? !isSameFilter(one.filter, other.filter)
      : canonical(one, field) !== canonical(other, field),
  );
}

function canonical(choice: Choice, field: Exclude<ChoiceField, 'filter'>): string {
  const { schedule, quietHours } = choice;
  switch (field) {
    case 'eventTypes':
      return JSON.stringify([...choice.eventTypes].sort());
    case 'schedule':
      return JSON.stringify([
        schedule.kind,
        'time' in schedule && schedule.time,
        'days' in schedule && [...schedule.days].sort(),
      ]);
    case 'quietHours':
      // From a time to the same one: none at all.
      return quietHours === undefined || quietHours.from === quietHours.to
        ? ''
        : `${quietHours.from} ${quietHours.to}`;
    default:
      return choice[field];
  }
}

/** All of a choice as a change of what is stored: what it does without is taken away. */
export function changeTo(choice: Choice): Omit<ChangeConfiguration, 'version'> {
  const { name, eventTypes, filter, schedule, quietHours, timeZone } = choice;
  return { name, eventTypes, filter: filter ?? null, schedule, quietHours: quietHours ?? null, timeZone };
}
