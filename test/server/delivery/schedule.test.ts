import { Value } from 'typebox/value';
import { describe, expect, it } from 'vitest';
import {
  isDigest,
  isTimeZone,
  postableAt,
  type QuietHours,
  QuietHoursSchema,
  type Schedule,
  ScheduleSchema,
} from '../../../server/delivery/schedule.ts';

const hourly: Schedule = { kind: 'hourly' };
const daily = (time: string): Schedule => ({ kind: 'daily', time });
const weekly = (time: string, ...days: number[]): Schedule => ({ kind: 'weekly', days, time });

/** When it may be posted, for moments as they are written. */
function due(timeZone: string, schedule: Schedule, acceptedAt: string, quietHours?: QuietHours): string {
  const timing = { schedule, timeZone, ...(quietHours && { quietHours }) };
  return postableAt(timing, new Date(acceptedAt)).toISOString().replace(':00.000Z', 'Z');
}

/** The next so many slots. */
function slots(timeZone: string, schedule: Schedule, from: string, count: number): string[] {
  const found: string[] = [];
  while (found.length < count) found.push(due(timeZone, schedule, found.at(-1) ?? from));
  return found;
}

describe('a schedule', () => {
  it('lets through at once what is wanted immediately', () => {
    const acceptedAt = new Date('2026-11-21T10:00:00.123Z');
    expect(postableAt({ schedule: { kind: 'immediately' }, timeZone: 'UTC' }, acceptedAt)).toEqual(
      acceptedAt,
    );
  });

  it('takes the first slot after the event, never the one at the same moment', () => {
    expect(due('UTC', hourly, '2026-11-21T10:00Z')).toBe('2026-11-21T11:00Z');
    expect(due('UTC', hourly, '2026-11-21T09:59:59.999Z')).toBe('2026-11-21T10:00Z');
    expect(due('UTC', daily('09:00'), '2026-11-21T09:00Z')).toBe('2026-11-22T09:00Z');
    expect(due('UTC', daily('09:00'), '2026-11-21T08:59:59.999Z')).toBe('2026-11-21T09:00Z');
  });

  it('goes by the clocks of the time zone', () => {
    expect(due('Europe/Paris', daily('09:00'), '2026-01-15T12:00Z')).toBe('2026-01-16T08:00Z');
    expect(due('Europe/Paris', daily('09:00'), '2026-07-15T12:00Z')).toBe('2026-07-16T07:00Z');
    expect(due('Asia/Kolkata', daily('09:00'), '2026-01-15T12:00Z')).toBe('2026-01-16T03:30Z');
    expect(due('Asia/Kolkata', daily('09:00'), '2026-07-15T12:00Z')).toBe('2026-07-16T03:30Z');
    expect(due('Asia/Kolkata', hourly, '2026-07-15T12:00Z')).toBe('2026-07-15T12:30Z');
  });

  it('goes by the day of the time zone', () => {
    // In Tokyo it is Monday already.
    expect(due('Asia/Tokyo', weekly('09:00', 1), '2026-11-22T20:00Z')).toBe('2026-11-23T00:00Z');
    // In Los Angeles it is still Sunday.
    expect(due('America/Los_Angeles', weekly('20:00', 7), '2026-11-23T03:00Z')).toBe('2026-11-23T04:00Z');
  });

  it('takes the next of the weekdays that were chosen', () => {
    const monday = '2026-11-23T09:00Z';
    expect(slots('UTC', weekly('09:00', 1, 3, 5), monday, 4)).toEqual([
      '2026-11-25T09:00Z',
      '2026-11-27T09:00Z',
      '2026-11-30T09:00Z',
      '2026-12-02T09:00Z',
    ]);
    expect(due('UTC', weekly('09:00', 1), monday)).toBe('2026-11-30T09:00Z');
  });

  it('takes an unknown time zone for UTC, because a wrong hour is better than no message', () => {
    expect(due('Mars/Olympus', daily('09:00'), '2026-07-15T12:00Z')).toBe('2026-07-16T09:00Z');
  });

  it('does not hold messages back for ever when it has no day', () => {
    expect(due('UTC', weekly('09:00'), '2026-07-15T12:00Z')).toBe('2026-07-15T12:00Z');
  });
});

describe('when clocks go forward', () => {
  it.each([
    // Skipped: 02:00 to 03:00.
    ['Europe/Paris', '02:30', '2026-03-28T12:00Z', '2026-03-29T01:30Z', '2026-03-30T00:30Z'],
    ['America/New_York', '02:30', '2026-03-07T12:00Z', '2026-03-08T07:30Z', '2026-03-09T06:30Z'],
    // Skipped: 02:00 to 02:30.
    ['Australia/Lord_Howe', '02:15', '2026-10-03T10:00Z', '2026-10-03T15:45Z', '2026-10-04T15:15Z'],
    // Skipped: the last hour of the day.
    ['America/Nuuk', '23:30', '2026-03-28T12:00Z', '2026-03-29T01:30Z', '2026-03-30T00:30Z'],
    // Not skipped.
    ['Europe/Paris', '09:00', '2026-03-28T12:00Z', '2026-03-29T07:00Z', '2026-03-30T07:00Z'],
    ['Asia/Kolkata', '02:30', '2026-03-28T12:00Z', '2026-03-28T21:00Z', '2026-03-29T21:00Z'],
  ])('in %s, the slot at %s comes once, later where its time is skipped', (zone, time, from, ...expected) => {
    expect(slots(zone, daily(time), from, 2)).toEqual(expected);
  });

  it('full hours go on', () => {
    expect(slots('Europe/Paris', hourly, '2026-03-29T00:00Z', 2)).toEqual([
      '2026-03-29T01:00Z',
      '2026-03-29T02:00Z',
    ]);
    // From 01:00 to 03:00 on the clocks, of which half an hour was skipped.
    expect(slots('Australia/Lord_Howe', hourly, '2026-10-03T14:00Z', 2)).toEqual([
      '2026-10-03T14:30Z',
      '2026-10-03T16:00Z',
    ]);
  });

  it('a whole day that a zone skips loses no slot and doubles none', () => {
    // Samoa had no Friday, 30 December 2011.
    expect(slots('Pacific/Apia', daily('09:00'), '2011-12-29T00:00Z', 3)).toEqual([
      '2011-12-29T19:00Z',
      '2011-12-30T19:00Z',
      '2011-12-31T19:00Z',
    ]);
    expect(slots('Pacific/Apia', weekly('09:00', 5), '2011-12-29T00:00Z', 2)).toEqual([
      '2011-12-30T19:00Z',
      '2012-01-05T19:00Z',
    ]);
  });
});

describe('when clocks go back', () => {
  it.each([
    // Twice: 02:00 to 03:00.
    ['Europe/Paris', '02:30', '2026-10-24T12:00Z', '2026-10-25T00:30Z', '2026-10-26T01:30Z'],
    ['America/New_York', '01:30', '2026-10-31T12:00Z', '2026-11-01T05:30Z', '2026-11-02T06:30Z'],
    // Twice: 01:30 to 02:00.
    ['Australia/Lord_Howe', '01:45', '2026-04-04T10:00Z', '2026-04-04T14:45Z', '2026-04-05T15:15Z'],
    ['Asia/Kolkata', '02:30', '2026-10-24T12:00Z', '2026-10-24T21:00Z', '2026-10-25T21:00Z'],
  ])('in %s, the slot at %s comes once, the first time', (zone, time, from, ...expected) => {
    expect(slots(zone, daily(time), from, 2)).toEqual(expected);
  });

  it('an event between both times waits for the next day', () => {
    expect(due('Europe/Paris', daily('02:30'), '2026-10-25T00:45Z')).toBe('2026-10-26T01:30Z');
  });

  it('every full hour counts, also one that comes twice', () => {
    expect(slots('Europe/Paris', hourly, '2026-10-24T23:30Z', 3)).toEqual([
      '2026-10-25T00:00Z',
      '2026-10-25T01:00Z',
      '2026-10-25T02:00Z',
    ]);
    // From 01:00 to 02:00 on the clocks, with half an hour twice.
    expect(slots('Australia/Lord_Howe', hourly, '2026-04-04T13:30Z', 2)).toEqual([
      '2026-04-04T14:00Z',
      '2026-04-04T15:30Z',
    ]);
  });
});

describe('quiet hours', () => {
  const immediately: Schedule = { kind: 'immediately' };
  const night = { from: '22:00', to: '07:00' };

  it('hold back until they end, also past midnight', () => {
    expect(due('UTC', immediately, '2026-11-21T22:00Z', night)).toBe('2026-11-22T07:00Z');
    expect(due('UTC', immediately, '2026-11-22T06:59:59.999Z', night)).toBe('2026-11-22T07:00Z');
    expect(due('UTC', immediately, '2026-11-22T07:00Z', night)).toBe('2026-11-22T07:00Z');
    expect(due('UTC', immediately, '2026-11-21T21:59:59.999Z', night)).toBe('2026-11-21T21:59:59.999Z');
    expect(due('UTC', immediately, '2026-11-21T13:00Z', { from: '12:00', to: '14:00' })).toBe(
      '2026-11-21T14:00Z',
    );
  });

  it('are none when they begin and end at the same time', () => {
    const none = { from: '07:00', to: '07:00' };
    expect(due('UTC', immediately, '2026-11-21T07:00Z', none)).toBe('2026-11-21T07:00Z');
    expect(due('UTC', hourly, '2026-11-21T06:30Z', none)).toBe('2026-11-21T07:00Z');
  });

  it('move the slots that they hold to their end, as one', () => {
    const late = { from: '22:00', to: '07:30' };
    expect(due('UTC', hourly, '2026-11-21T21:30Z', late)).toBe('2026-11-22T07:30Z');
    expect(due('UTC', hourly, '2026-11-22T07:10Z', late)).toBe('2026-11-22T07:30Z');
    expect(due('UTC', hourly, '2026-11-22T07:30Z', late)).toBe('2026-11-22T08:00Z');
  });

  it('send what came after a slot that they moved along with it', () => {
    expect(due('UTC', daily('06:00'), '2026-11-21T06:30Z', night)).toBe('2026-11-21T07:00Z');
    expect(due('UTC', daily('23:00'), '2026-11-22T01:00Z', night)).toBe('2026-11-22T07:00Z');
    // Saturday's slot, moved to Sunday.
    expect(due('UTC', weekly('23:00', 6), '2026-11-22T01:00Z', night)).toBe('2026-11-22T07:00Z');
    expect(due('UTC', weekly('23:00', 6), '2026-11-22T07:00Z', night)).toBe('2026-11-29T07:00Z');
  });

  it('end when clocks go forward over their end', () => {
    const short = { from: '01:00', to: '02:30' };
    expect(due('Europe/Paris', immediately, '2026-03-29T00:30Z', short)).toBe('2026-03-29T01:00Z');
  });

  it('last until the next day when the only loud minute is skipped', () => {
    const almostAll = { from: '02:31', to: '02:30' };
    expect(due('Europe/Paris', immediately, '2026-03-28T12:00Z', almostAll)).toBe('2026-03-30T00:30Z');
    // Saturday's slot, moved to Monday.
    expect(due('Europe/Paris', weekly('02:45', 6), '2026-03-29T23:00Z', almostAll)).toBe('2026-03-30T00:30Z');
  });

  it('hold in both hours when clocks go back', () => {
    const short = { from: '02:15', to: '02:45' };
    expect(due('Europe/Paris', immediately, '2026-10-25T00:20Z', short)).toBe('2026-10-25T00:45Z');
    expect(due('Europe/Paris', immediately, '2026-10-25T01:20Z', short)).toBe('2026-10-25T01:45Z');
    // They begin again at 02:15, but are interrupted when 03:00 becomes 02:00.
    const long = { from: '02:15', to: '06:00' };
    expect(due('Europe/Paris', immediately, '2026-10-25T00:20Z', long)).toBe('2026-10-25T01:00Z');
    expect(due('Europe/Paris', immediately, '2026-10-25T01:20Z', long)).toBe('2026-10-25T05:00Z');
  });
});

describe('a digest', () => {
  it('is what every schedule makes but the one that does not wait', () => {
    expect(isDigest({ kind: 'immediately' })).toBe(false);
    expect([hourly, daily('09:00'), weekly('09:00', 1)].map(isDigest)).toEqual([true, true, true]);
  });
});

describe('a time zone', () => {
  it.each(['Europe/Paris', 'UTC', 'Etc/GMT+2', 'America/Argentina/Buenos_Aires', 'US/Eastern'])(
    'is known as %s',
    (name) => {
      expect(isTimeZone(name)).toBe(true);
    },
  );

  it.each([
    '',
    'Mars/Olympus',
    '+02:00',
    'UTC+2',
    'local',
    'Europe/Paris\u0000',
    '2026-01-01T00:00Z[Europe/Paris]',
  ])('is not known as "%s"', (name) => {
    expect(isTimeZone(name)).toBe(false);
  });
});

describe('the schemas', () => {
  it.each([
    { kind: 'immediately' },
    { kind: 'hourly' },
    { kind: 'daily', time: '00:00' },
    { kind: 'weekly', days: [1, 7], time: '23:59' },
  ])('take %o', (schedule) => {
    expect(Value.Check(ScheduleSchema, schedule)).toBe(true);
  });

  it.each([
    {},
    { kind: 'monthly' },
    { kind: 'immediately', time: '09:00' },
    { kind: 'daily' },
    { kind: 'daily', time: '24:00' },
    { kind: 'daily', time: '9:00' },
    { kind: 'daily', time: '09:60' },
    { kind: 'daily', time: '09:00:00' },
    { kind: 'weekly', days: [], time: '09:00' },
    { kind: 'weekly', days: [0], time: '09:00' },
    { kind: 'weekly', days: [8], time: '09:00' },
    { kind: 'weekly', days: [1, 1], time: '09:00' },
    { kind: 'weekly', days: [1.5], time: '09:00' },
  ])('refuse %o', (schedule) => {
    expect(Value.Check(ScheduleSchema, schedule)).toBe(false);
  });

  it('want both ends of quiet hours, and nothing more', () => {
    expect(Value.Check(QuietHoursSchema, { from: '22:00', to: '07:00' })).toBe(true);
    expect(Value.Check(QuietHoursSchema, { from: '22:00' })).toBe(false);
    expect(Value.Check(QuietHoursSchema, { from: '22:00', to: '7' })).toBe(false);
    expect(Value.Check(QuietHoursSchema, { from: '22:00', to: '07:00', days: [1] })).toBe(false);
  });
});
