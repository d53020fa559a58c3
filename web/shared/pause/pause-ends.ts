import type { PauseRequest } from '../../../server/configurations/delivery-schema.ts';

/** When a pause ends, as people choose it. */
export const PAUSE_ENDS = ['hour', 'hours', 'tomorrow', 'week', 'moment', 'open'] as const;
export type PauseEnd = (typeof PAUSE_ENDS)[number];

const HOUR_S = 3_600;
const MORNING_HOUR = 9;
const MONDAY = 1;
/** As the server's: who wants longer pauses until resumed. */
const LONGEST_MS = 366 * 86_400_000;

/** The next day at nine, in the time zone of the person who looks. */
export function tomorrowMorning(now: Date): Date {
  return new Date(now.getFullYear(), now.getMonth(), now.getDate() + 1, MORNING_HOUR);
}

/** The next Monday at nine; on a Monday, that of the week after. */
export function mondayMorning(now: Date): Date {
  const days = (MONDAY - now.getDay() + 7) % 7 || 7;
  return new Date(now.getFullYear(), now.getMonth(), now.getDate() + days, MORNING_HOUR);
}

/** What is wrong with a moment that was entered as in `<input type="datetime-local">`. */
export function complaintAboutMoment(text: string, now: Date): 'missing' | 'over' | 'far' | undefined {
  const moment = new Date(text);
  if (Number.isNaN(moment.getTime())) return 'missing';
  if (moment <= now) return 'over';
  return moment.getTime() - now.getTime() > LONGEST_MS ? 'far' : undefined;
}

/** What is asked of the server. Times are counted by its own clock, moments are those of the calendar. */
export function pauseUntil(end: PauseEnd, moment: string, now: Date): Pick<PauseRequest, 'for' | 'until'> {
  switch (end) {
    case 'hour':
      return { for: HOUR_S };
    case 'hours':
      return { for: 4 * HOUR_S };
    case 'tomorrow':
      return { until: tomorrowMorning(now).toISOString() };
    case 'week':
      return { until: mondayMorning(now).toISOString() };
    case 'moment':
      return { until: new Date(moment).toISOString() };
    case 'open':
      return {};
  }
}
