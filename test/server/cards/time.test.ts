import { describe, expect, it, test } from 'vitest';
import { dayWords, isoDay, timeInList, timeWords } from '../../../server/cards/time.ts';

const time = new Date('2026-03-12T13:05:00Z');

describe('timeWords', () => {
  it('names the zone that the time is in', () => {
    expect(timeWords(time, 'en')).toBe('Mar 12, 2026, 1:05 PM UTC');
    expect(timeWords(time, 'fr')).toBe('12\u00a0mars 2026, 13:05 UTC');
    expect(timeWords(time, 'en', 'America/New_York')).toBe('Mar 12, 2026, 9:05 AM EDT');
  });

  it('is UTC for a zone that does not exist', () => {
    expect(timeWords(time, 'en', 'Europe/Atlantis')).toBe('Mar 12, 2026, 1:05 PM UTC');
  });
});

it('a date that is none has no words', () => {
  const none = new Date(Number.NaN);
  expect([timeWords(none, 'en'), timeInList(none, time, 'fr'), isoDay(none)]).toEqual(['', '', '']);
  expect(timeInList(time, none, 'en')).toBe('Mar 12, 1:05 PM');
  expect(dayWords('2026-03-12', 'en', '')).toBe('Mar 12, 2026');
});

describe('timeInList', () => {
  const at = (text: string, timeZone?: string) => [
    timeInList(new Date(text), time, 'en', timeZone),
    timeInList(new Date(text), time, 'fr', timeZone),
  ];

  it('is a clock time on the day of the list', () => {
    expect(at('2026-03-12T09:30:00Z')).toEqual(['9:30 AM', '09:30']);
  });

  it('names the day before, and other days by their date', () => {
    expect(at('2026-03-11T09:30:00Z')).toEqual(['yesterday, 9:30 AM', 'hier, 09:30']);
    expect(at('2026-03-01T09:30:00Z')).toEqual(['Mar 1, 9:30 AM', '1er\u00a0mars, 09:30']);
  });

  it('counts days in the channel’s time zone', () => {
    expect(at('2026-03-12T03:30:00Z', 'America/New_York')).toEqual(['yesterday, 11:30 PM', 'hier, 23:30']);
  });
});

describe('isoDay', () => {
  test.each([
    ['UTC', '2026-03-12'],
    ['Pacific/Auckland', '2026-03-13'],
    ['Europe/Atlantis', '2026-03-12'],
  ])('is the day that it is in %s', (timeZone, day) => {
    expect(isoDay(time, timeZone)).toBe(day);
  });

  it('has a year of four digits', () => {
    expect(isoDay(new Date('0099-01-01T00:00:00Z'))).toBe('0099-01-01');
  });
});

describe('dayWords', () => {
  it('writes a day in the language', () => {
    expect(dayWords('2026-03-12', 'en')).toBe('Mar 12, 2026');
    expect(dayWords('2026-03-12', 'fr')).toBe('12\u00a0mars 2026');
    expect(dayWords('2026-03-01', 'fr')).toBe('1er\u00a0mars 2026');
    expect(dayWords('2026-03-11', 'fr')).toBe('11\u00a0mars 2026');
  });

  it('says when it is next to today', () => {
    expect(dayWords('2026-03-13', 'en', '2026-03-12')).toBe('Mar 13, 2026 (tomorrow)');
    expect(dayWords('2026-03-12', 'fr', '2026-03-12')).toBe('12\u00a0mars 2026 (aujourd’hui)');
    expect(dayWords('2026-03-14', 'en', '2026-03-12')).toBe('Mar 14, 2026');
  });

  it('leaves what is not a day as it is', () => {
    expect(dayWords('soon', 'en', '2026-03-12')).toBe('soon');
    expect(dayWords('2026-13-45', 'en', '2026-03-12')).toBe('2026-13-45');
  });
});
