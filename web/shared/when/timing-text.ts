import type { WhenWords } from './locales/en.ts';
import { missingIn, type Timing } from './timing.ts';

/** A Monday: ISO weekday 1. */
const MONDAY = Date.UTC(2026, 0, 5);
const DAY_MS = 86_400_000;

/** What a timing means, in sentences. Undefined while something is missing. */
export function timingText(timing: Timing, words: WhenWords, locale: string): string | undefined {
  if (missingIn(timing).length > 0) return undefined;
  const { schedule, quietHours, timeZone } = timing;
  const clock = (time: string) => clockText(time, locale);
  const sentences = [scheduleText(timing, words, locale)];
  if (quietHours) sentences.push(words.quiet(clock(quietHours.from), clock(quietHours.to)));
  if (schedule.kind !== 'immediately' || quietHours) sentences.push(words.zone(zoneText(timeZone)));
  return sentences.join(' ');
}

function scheduleText({ schedule }: Timing, words: WhenWords, locale: string): string {
  switch (schedule.kind) {
    case 'immediately':
    case 'hourly':
      return words[schedule.kind];
    case 'daily':
      return words.daily(clockText(schedule.time, locale));
    case 'weekly': {
      const days = [...schedule.days].sort().map((day) => weekdayText(day, locale));
      return words.weekly(new Intl.ListFormat(locale).format(days), clockText(schedule.time, locale));
    }
  }
}

/** `HH:MM` as people of the locale write it. */
function clockText(time: string, locale: string): string {
  const format = new Intl.DateTimeFormat(locale, { timeStyle: 'short', timeZone: 'UTC' });
  return format.format(new Date(`2026-01-05T${time}:00Z`));
}

/** An ISO weekday by its name. */
export function weekdayText(day: number, locale: string, weekday: 'long' | 'short' = 'long'): string {
  const format = new Intl.DateTimeFormat(locale, { weekday, timeZone: 'UTC' });
  return format.format(new Date(MONDAY + (day - 1) * DAY_MS));
}

/** "America/Argentina/Buenos_Aires" as people read it. */
export function zoneText(timeZone: string): string {
  return timeZone.replaceAll('_', ' ');
}

/** A moment on the clocks of a time zone. Fails open: of an unknown zone, on the reader's own. */
export function momentText(
  at: Date,
  timeZone: string,
  locale: string,
  options: Intl.DateTimeFormatOptions = { dateStyle: 'full', timeStyle: 'short' },
): string {
  try {
    return new Intl.DateTimeFormat(locale, { ...options, timeZone }).format(at);
  } catch {
    return new Intl.DateTimeFormat(locale, options).format(at);
  }
}
