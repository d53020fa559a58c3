import { Temporal } from 'temporal-polyfill';
import { type Static, Type } from 'typebox';
import { endOfQuiet } from './quiet-hours.ts';

/** `HH:MM` on the clocks of the channel's time zone. */
const ClockTime = Type.String({ pattern: '^([01][0-9]|2[0-3]):[0-5][0-9]$' });

export const ScheduleSchema = Type.Union([
  Type.Object({ kind: Type.Literal('immediately') }, { additionalProperties: false }),
  /** Whenever the clocks show a full hour. */
  Type.Object({ kind: Type.Literal('hourly') }, { additionalProperties: false }),
  Type.Object({ kind: Type.Literal('daily'), time: ClockTime }, { additionalProperties: false }),
  Type.Object(
    {
      kind: Type.Literal('weekly'),
      /** ISO weekdays: 1 is Monday, 7 is Sunday. */
      days: Type.Array(Type.Integer({ minimum: 1, maximum: 7 }), {
        minItems: 1,
        maxItems: 7,
        uniqueItems: true,
      }),
      time: ClockTime,
    },
    { additionalProperties: false },
  ),
]);
export type Schedule = Static<typeof ScheduleSchema>;

/** From one clock time to another, also past midnight. Both equal: no quiet hours. */
export const QuietHoursSchema = Type.Object(
  { from: ClockTime, to: ClockTime },
  { additionalProperties: false },
);
export type QuietHours = Static<typeof QuietHoursSchema>;

/** When a channel wants to be told. */
export interface Timing {
  schedule: Schedule;
  quietHours?: QuietHours;
  /** An IANA name: "Europe/Paris". */
  timeZone: string;
}

/** Weekly slots are at most so far apart. */
const DAYS_AHEAD = 7;
/** No quiet hours last longer: a day, and another when clocks go forward over their end. */
const DAYS_BACK = 2;
const HOUR_MS = 3_600_000;

/**
 * The earliest moment at which something accepted at `acceptedAt` may be posted: the first slot of the
 * schedule after it, where a slot within the quiet hours counts as their end. Never before `acceptedAt`, and
 * something accepted later is never due earlier.
 *
 * When clocks change, a time of day that is skipped counts as so much later (02:30 becomes 03:30), and one
 * that comes twice counts the first time; every full hour that the clocks show is a slot of `hourly`. An
 * unknown time zone is taken for UTC: fails open, because a wrong hour is better than no message.
 */
export function postableAt({ schedule, quietHours, timeZone }: Timing, acceptedAt: Date): Date {
  if (schedule.kind === 'immediately' && !quietHours) return acceptedAt;
  const accepted = inTimeZone(acceptedAt, timeZone);
  const afterQuiet = (moment: Temporal.ZonedDateTime) =>
    quietHours ? endOfQuiet(quietHours, moment) : moment;
  if (schedule.kind === 'immediately') return toDate(afterQuiet(accepted));
  for (const slot of slotsAround(schedule, accepted)) {
    const due = toDate(afterQuiet(slot));
    if (due > acceptedAt) return due;
  }
  // No slot at all: weekly on no day, which the schema refuses. Fails open.
  return toDate(afterQuiet(accepted));
}

/** Whether what is waiting goes out as one digest: with every schedule but `immediately`. */
export function isDigest(schedule: Schedule): boolean {
  return schedule.kind !== 'immediately';
}

/** Whether this is the IANA name of a time zone that this machine knows; a mere offset ("+02:00") is none. */
export function isTimeZone(name: string): boolean {
  if (!/^[A-Za-z]/.test(name)) return false;
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return true;
  } catch {
    return false;
  }
}

function inTimeZone(moment: Date, timeZone: string): Temporal.ZonedDateTime {
  const instant = Temporal.Instant.fromEpochMilliseconds(moment.getTime());
  try {
    return instant.toZonedDateTimeISO(timeZone);
  } catch (error) {
    if (!(error instanceof RangeError) || timeZone === 'UTC') throw error;
    return instant.toZonedDateTimeISO('UTC');
  }
}

function toDate(moment: Temporal.ZonedDateTime): Date {
  return new Date(moment.epochMilliseconds);
}

/**
 * The schedule's slots in order, from so far before `moment` that quiet hours that hold it can have moved
 * one of them past it, to at least one after it.
 */
function slotsAround(
  schedule: Exclude<Schedule, { kind: 'immediately' }>,
  moment: Temporal.ZonedDateTime,
): Iterable<Temporal.ZonedDateTime> {
  if (schedule.kind === 'hourly') return fullHours(moment);
  return timesOfDay(moment, schedule.time, schedule.kind === 'weekly' ? schedule.days : undefined);
}

/** The one before counts for all before it: it moves to the end of the same quiet hours. */
function* fullHours(moment: Temporal.ZonedDateTime): Generator<Temporal.ZonedDateTime> {
  let slot = moment.subtract({ hours: 2 });
  for (;;) {
    slot = nextFullHour(slot);
    yield slot;
  }
}

/** The first moment after this one at which the clocks show a full hour. */
function nextFullHour(moment: Temporal.ZonedDateTime): Temporal.ZonedDateTime {
  const next = moment.add({ milliseconds: HOUR_MS - pastHourMs(moment) });
  // Where clocks were moved by less than an hour, the full hour is not there yet.
  return pastHourMs(next) === 0 ? next : nextFullHour(next);
}

function pastHourMs({ minute, second, millisecond }: Temporal.ZonedDateTime): number {
  return (minute * 60 + second) * 1_000 + millisecond;
}

/** One slot a day, on those of the ISO weekdays that are given. */
function* timesOfDay(
  moment: Temporal.ZonedDateTime,
  time: string,
  weekdays?: readonly number[],
): Generator<Temporal.ZonedDateTime> {
  const { timeZoneId: timeZone } = moment;
  for (let day = -DAYS_BACK; day <= DAYS_AHEAD; day += 1) {
    const date = moment.toPlainDate().add({ days: day });
    if (weekdays && !weekdays.includes(date.dayOfWeek)) continue;
    yield date.toZonedDateTime({ timeZone, plainTime: time });
  }
}
