import type { Timing } from '../../../server/delivery/schedule.ts';

export type { Timing };

const CLOCK_TIME = /^([01][0-9]|2[0-3]):[0-5][0-9]$/;
/** What Chromium says when it does not know. */
const UNKNOWN = 'Etc/Unknown';

/** The time zone of the browser; UTC when it has none to tell. */
export function guessTimeZone(said: string | undefined = browserZone()): string {
  return said === undefined || said === '' || said === UNKNOWN ? 'UTC' : said;
}

function browserZone(): string {
  return new Intl.DateTimeFormat().resolvedOptions().timeZone;
}

/** When a stored configuration wants to be told. */
export function timingOf({ schedule, quietHours, timeZone }: Timing): Timing {
  return { schedule, timeZone, ...(quietHours && { quietHours }) };
}

/** What is still missing: `time`, `days`, or `quiet` for quiet hours that begin when they end. */
export function missingIn({ schedule, quietHours }: Timing): ('time' | 'days' | 'quiet')[] {
  const noTime = 'time' in schedule && !CLOCK_TIME.test(schedule.time);
  const noDays = 'days' in schedule && schedule.days.length === 0;
  const { from = '', to = '' } = quietHours ?? {};
  const badQuiet = !CLOCK_TIME.test(from) || !CLOCK_TIME.test(to) || from === to;
  return [
    ...(noTime ? (['time'] as const) : []),
    ...(noDays ? (['days'] as const) : []),
    ...(quietHours !== undefined && badQuiet ? (['quiet'] as const) : []),
  ];
}
