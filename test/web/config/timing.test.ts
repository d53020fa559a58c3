import { expect, it } from 'vitest';
import { en } from '../../../web/shared/when/locales/en.ts';
import { guessTimeZone, missingIn, type Timing } from '../../../web/shared/when/timing.ts';
import { momentText, timingText } from '../../../web/shared/when/timing-text.ts';

const UTC = { timeZone: 'UTC' };

it.each([
  ['Europe/Paris', 'Europe/Paris'],
  ['Etc/Unknown', 'UTC'],
  ['', 'UTC'],
])('guesses of a browser that says "%s" that it is in %s', (says, zone) => {
  expect(guessTimeZone(says)).toBe(zone);
});

it.each<[Timing, string[]]>([
  [{ ...UTC, schedule: { kind: 'immediately' } }, []],
  [{ ...UTC, schedule: { kind: 'daily', time: '' } }, ['time']],
  [{ ...UTC, schedule: { kind: 'weekly', days: [], time: '9:00' } }, ['time', 'days']],
  [{ ...UTC, schedule: { kind: 'hourly' }, quietHours: { from: '22:00', to: '22:00' } }, ['quiet']],
  [{ ...UTC, schedule: { kind: 'hourly' }, quietHours: { from: '22:00', to: '' } }, ['quiet']],
])('%j lacks %j', (timing, missing) => {
  expect(missingIn(timing)).toEqual(missing);
  expect(timingText(timing, en, 'en') === undefined).toBe(missing.length > 0);
});

it('writes times as the locale does', () => {
  expect(timingText({ ...UTC, schedule: { kind: 'daily', time: '17:30' } }, en, 'en-US')).toMatch(/5:30\sPM/);
});

it('shows a moment on the clocks of the channel, and of an unknown zone on ours', () => {
  const at = new Date('2026-11-23T08:00:00Z');
  expect(momentText(at, 'Asia/Tokyo', 'en-GB', { timeStyle: 'short' })).toBe('17:00');
  expect(momentText(at, 'Moon/Base', 'en-GB', { timeStyle: 'short' })).toMatch(/^\d\d:00$/);
});
