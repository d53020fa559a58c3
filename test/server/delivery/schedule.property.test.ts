import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  postableAt,
  type QuietHours,
  type Schedule,
  type Timing,
} from '../../../server/delivery/schedule.ts';
import { wallClock } from './wall-clock.ts';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;

/** Every zone that there is. Years since offsets are whole minutes everywhere. */
const timeZone = fc.constantFrom(...Intl.supportedValuesOf('timeZone'));
const FIRST_YEAR = 1973;
const LAST_YEAR = 2037;

/** Changes of clocks: by an hour, half an hour, three hours and a day; at night, at midnight and before. */
const change = fc.constantFrom(
  ...([
    ['Europe/Paris', '2026-03-29T01:00Z'],
    ['Europe/Paris', '2026-10-25T01:00Z'],
    ['America/New_York', '2026-03-08T07:00Z'],
    ['America/New_York', '2026-11-01T06:00Z'],
    ['Australia/Lord_Howe', '2026-10-03T15:30Z'],
    ['Australia/Lord_Howe', '2026-04-04T15:00Z'],
    ['America/Nuuk', '2026-03-29T01:00Z'],
    ['America/Nuuk', '2026-10-25T01:00Z'],
    ['Antarctica/Troll', '2026-10-25T01:00Z'],
    ['Antarctica/Casey', '2010-03-04T15:00Z'],
    ['America/St_Johns', '2010-03-14T03:31Z'],
    ['Pacific/Apia', '2011-12-30T10:00Z'],
    ['Pacific/Kiritimati', '1994-12-31T10:00Z'],
  ] as const),
);

interface Place {
  zone: string;
  acceptedAt: Date;
}

/** Somewhere at any time, or within two days of a change of clocks. */
const place: fc.Arbitrary<Place> = fc.oneof(
  fc.record({
    zone: timeZone,
    acceptedAt: fc.date({
      min: new Date(Date.UTC(FIRST_YEAR, 0)),
      max: new Date(Date.UTC(LAST_YEAR, 11)),
      noInvalidDate: true,
    }),
  }),
  fc.tuple(change, fc.integer({ min: -2 * DAY_MS, max: 2 * DAY_MS })).map(([[zone, at], ms]) => ({
    zone,
    acceptedAt: plus(new Date(at), ms),
  })),
);

/** Often in the hours in which clocks are changed. */
const time = fc
  .tuple(fc.oneof(fc.nat(3), fc.nat(23)), fc.oneof(fc.constantFrom(0, 30), fc.nat(59)))
  .map((parts) => parts.map((part) => String(part).padStart(2, '0')).join(':'));
const quietHours = fc.record({ from: time, to: time });
const days = fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { minLength: 1, maxLength: 7 });

const immediately: Schedule = { kind: 'immediately' };
const digest: fc.Arbitrary<Schedule> = fc.oneof(
  fc.record({ kind: fc.constant('hourly') }),
  fc.record({ kind: fc.constant('daily'), time }),
  fc.record({ kind: fc.constant('weekly'), days, time }),
);
const schedule = fc.oneof(fc.constant(immediately), digest);
const maybeQuiet = fc.option(quietHours, { nil: undefined });

/** When something that came at a place is due. */
function due(wanted: Schedule, quiet: QuietHours | undefined, { zone, acceptedAt }: Place): Date {
  return postableAt({ schedule: wanted, timeZone: zone, ...(quiet && { quietHours: quiet }) }, acceptedAt);
}

/** A zone and a year, often one in which its clocks are changed. */
const yearSomewhere = fc.oneof(
  fc.tuple(timeZone, fc.integer({ min: FIRST_YEAR, max: LAST_YEAR })),
  change.map(([zone, at]): [string, number] => [zone, new Date(at).getUTCFullYear()]),
);

function isQuiet({ from, to }: QuietHours, zone: string, at: Date): boolean {
  const clock = wallClock(zone, at).time;
  return from <= to ? from <= clock && clock < to : from <= clock || clock < to;
}

function plus(date: Date, ms: number): Date {
  return new Date(date.getTime() + ms);
}

describe('when something may be posted', () => {
  it('nothing_is_due_before_it_came, and nothing waits longer than eight days', () => {
    fc.assert(
      fc.property(schedule, maybeQuiet, place, (wanted, quiet, at) => {
        const waitMs = due(wanted, quiet, at).getTime() - at.acceptedAt.getTime();
        expect(waitMs).toBeGreaterThanOrEqual(wanted.kind === 'immediately' ? 0 : 1);
        expect(waitMs).toBeLessThanOrEqual(8 * DAY_MS);
      }),
    );
  });

  it('quiet_hours_are_quiet, whatever clocks do', () => {
    fc.assert(
      fc.property(schedule, quietHours, place, (wanted, quiet, at) => {
        expect(isQuiet(quiet, at.zone, due(wanted, quiet, at))).toBe(false);
      }),
    );
  });

  it('quiet_hours_end_in_time: every minute that something waits for their end is quiet', () => {
    fc.assert(
      fc.property(quietHours, place, (quiet, { zone, acceptedAt }) => {
        const end = due(immediately, quiet, { zone, acceptedAt });
        for (let at = acceptedAt; at < end; at = plus(at, MINUTE_MS)) {
          if (!isQuiet(quiet, zone, at)) expect.fail(`${at.toISOString()} is not quiet`);
        }
      }),
    );
  });

  it('order_is_kept: what comes later is never due earlier', () => {
    fc.assert(
      fc.property(schedule, maybeQuiet, place, fc.nat(9 * DAY_MS), (wanted, quiet, at, ms) => {
        const later = due(wanted, quiet, { ...at, acceptedAt: plus(at.acceptedAt, ms) });
        expect(later.getTime()).toBeGreaterThanOrEqual(due(wanted, quiet, at).getTime());
      }),
    );
  });

  it('a_digest_carries_what_came_until_then: all that comes before it goes out is due with it', () => {
    const share = fc.double({ min: 0, max: 1, noNaN: true });
    fc.assert(
      fc.property(digest, maybeQuiet, place, share, (wanted, quiet, at, part) => {
        const slot = due(wanted, quiet, at);
        const ms = Math.floor((slot.getTime() - 1 - at.acceptedAt.getTime()) * part);
        expect(due(wanted, quiet, { ...at, acceptedAt: plus(at.acceptedAt, ms) })).toEqual(slot);
      }),
    );
  });

  it('immediately_means_now: at the moment when it is due, it does not wait again', () => {
    fc.assert(
      fc.property(quietHours, place, (quiet, at) => {
        const end = due(immediately, quiet, at);
        expect(due(immediately, quiet, { ...at, acceptedAt: end })).toEqual(end);
      }),
    );
  });

  it('every_full_hour_counts, and nothing else does', () => {
    fc.assert(
      fc.property(place, (at) => {
        let expected = new Date(Math.floor(at.acceptedAt.getTime() / MINUTE_MS + 1) * MINUTE_MS);
        while (!wallClock(at.zone, expected).time.endsWith(':00')) expected = plus(expected, MINUTE_MS);
        expect(due({ kind: 'hourly' }, undefined, at)).toEqual(expected);
      }),
    );
  });

  it('every_day_has_its_digest: one slot a calendar day, in any year and zone', () => {
    fc.assert(
      fc.property(yearSomewhere, time, ([zone, year], at) => {
        const slots = slotsOf({ schedule: { kind: 'daily', time: at }, timeZone: zone }, year);
        const dates = datesOf(zone, year);
        expect(slots).toHaveLength(dates.length);
        for (const [index, slot] of slots.entries()) {
          const clock = wallClock(zone, slot);
          if (clock.date === dates[index] && clock.time === at) {
            expect(shownBefore(zone, slot)).toBe(false);
          } else {
            expect(shownOn(zone, dates[index] ?? '', at, slot)).toBe(false);
          }
        }
      }),
      { numRuns: 40 },
    );
  });

  it('weekly_on_every_day_is_daily', () => {
    fc.assert(
      fc.property(time, maybeQuiet, place, (clock, quiet, at) => {
        const weekly: Schedule = { kind: 'weekly', days: [7, 6, 5, 4, 3, 2, 1], time: clock };
        expect(due(weekly, quiet, at)).toEqual(due({ kind: 'daily', time: clock }, quiet, at));
      }),
    );
  });

  it('weekly_is_daily_on_chosen_days', () => {
    fc.assert(
      fc.property(days, time, place, (chosen, clock, at) => {
        const slot = due({ kind: 'weekly', days: chosen, time: clock }, undefined, at);
        const { date, time: shown } = wallClock(at.zone, slot);
        // A slot whose time or day is skipped comes a little or a day late; the examples have those.
        const dayBefore = wallClock(at.zone, plus(slot, -DAY_MS)).date;
        const isOnTime = shown === clock && plus(new Date(dayBefore), DAY_MS).getTime() === Date.parse(date);
        if (isOnTime) expect(chosen).toContain(new Date(date).getUTCDay() || 7);
        const before = { ...at, acceptedAt: plus(slot, -1) };
        expect(due({ kind: 'daily', time: clock }, undefined, before)).toEqual(slot);
      }),
    );
  });
});

/** The slots of a year's days, in order. */
function slotsOf(when: Timing, year: number): Date[] {
  const found: Date[] = [];
  let slot = postableAt(when, firstMoment(when.timeZone, year));
  const end = firstMoment(when.timeZone, year + 1);
  while (slot < end && found.length <= 366) {
    found.push(slot);
    slot = postableAt(when, slot);
  }
  return found;
}

/** A millisecond before the year begins in a zone. */
function firstMoment(zone: string, year: number): Date {
  let at = new Date(Date.UTC(year - 1, 11, 30, 12));
  while (Number(wallClock(zone, at).date.slice(0, 4)) < year) at = plus(at, MINUTE_MS);
  return plus(at, -1);
}

/** The days that a zone has in a year: some have skipped one. */
function datesOf(zone: string, year: number): string[] {
  const found = new Set<string>();
  for (let at = Date.UTC(year - 1, 11, 30); at < Date.UTC(year + 1, 0, 3); at += 6 * HOUR_MS) {
    found.add(wallClock(zone, new Date(at)).date);
  }
  return [...found].filter((date) => date.startsWith(String(year))).sort();
}

/** Whether clocks showed the same on the same day before they went back. */
function shownBefore(zone: string, slot: Date): boolean {
  const now = wallClock(zone, slot);
  return [30, 60, 120, 180].some((minutes) => {
    const before = wallClock(zone, plus(slot, -minutes * MINUTE_MS));
    return before.date === now.date && before.time === now.time;
  });
}

/** Whether clocks show this time on this day, which is about when the slot is. */
function shownOn(zone: string, date: string, at: string, slot: Date): boolean {
  for (let ms = slot.getTime() - 2 * DAY_MS; ms < slot.getTime() + 2 * DAY_MS; ms += MINUTE_MS) {
    const clock = wallClock(zone, new Date(ms));
    if (clock.date === date && clock.time === at) return true;
  }
  return false;
}
