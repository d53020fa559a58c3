import { LRUCache } from 'lru-cache';
import type { Language } from './card.ts';

type Style = 'day' | 'dayOfYear' | 'clock' | 'moment' | 'isoDay';

const DAY: Intl.DateTimeFormatOptions = { day: 'numeric', month: 'short', year: 'numeric' };
const STYLES: Record<Style, Intl.DateTimeFormatOptions> = {
  day: DAY,
  dayOfYear: { day: 'numeric', month: 'short' },
  clock: { timeStyle: 'short' },
  moment: { ...DAY, hour: 'numeric', minute: '2-digit', timeZoneName: 'short' },
  // Swedish writes days as ISO 8601 does, so its formatter tells which day it is somewhere.
  isoDay: { day: '2-digit', month: '2-digit', year: 'numeric' },
};

const DAY_MS = 86_400_000;

const NEARBY: Record<Language, Intl.RelativeTimeFormat> = {
  en: new Intl.RelativeTimeFormat('en', { numeric: 'auto' }),
  fr: new Intl.RelativeTimeFormat('fr', { numeric: 'auto' }),
};

/**
 * A time as people write it: "Mar 12, 2026, 2:05 PM UTC". Without a time zone, or with one that this
 * machine does not know, it is UTC; the zone always stands behind. Nothing for an invalid date.
 */
export function timeWords(time: Date, language: Language, timeZone?: string): string {
  return written(time, 'moment', language, timeZone);
}

/**
 * A time within a list that was made at `now`: of the same day only "2:05 PM", of the day before with
 * "yesterday", of others with the day. The year and the zone stand once, where the list says when it began.
 */
export function timeInList(time: Date, now: Date, language: Language, timeZone?: string): string {
  const clock = written(time, 'clock', language, timeZone);
  if (clock === '') return '';
  const days = daysBetween(isoDay(now, timeZone), isoDay(time, timeZone));
  if (days === 0) return clock;
  return `${nearbyDay(days, language) ?? written(time, 'dayOfYear', language, timeZone)}, ${clock}`;
}

/** The day that a time is on in a time zone, or in UTC: "2026-03-12". */
export function isoDay(time: Date, timeZone?: string): string {
  const day = written(time, 'isoDay', 'sv', timeZone);
  return day === '' ? '' : day.padStart('2026-01-01'.length, '0');
}

/**
 * A day, "2026-03-12", as people write it: "Mar 12, 2026", and "Mar 12, 2026 (tomorrow)" when it is next to
 * `today`. Text that is not a day stays as it is.
 */
export function dayWords(text: string, language: Language, today?: string): string {
  const day = /^\d{4}-\d{2}-\d{2}$/.test(text) ? new Date(text) : undefined;
  if (day === undefined || Number.isNaN(day.getTime())) return text;
  // The text is read as midnight UTC, so in UTC it is the same day again.
  const words = written(day, 'day', language, 'UTC');
  const nearby = today === undefined ? undefined : nearbyDay(daysBetween(today, text), language);
  return nearby === undefined ? words : `${words} (${nearby})`;
}

function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / DAY_MS);
}

/** "yesterday", "today", "tomorrow"; nothing for other days. */
function nearbyDay(days: number, language: Language): string | undefined {
  if (!(Math.abs(days) <= 1)) return undefined;
  return NEARBY[language].format(days, 'day');
}

/** A formatter costs more to make than a whole card, and holds memory that only a collection gives back. */
const formatters = new LRUCache<string, Intl.DateTimeFormat>({ max: 200 });

const MINUTE_MS = 60_000;
/** No style tells seconds, and the events of one minute are many. */
const writtenBefore = new LRUCache<string, string>({ max: 1_000 });

function written(time: Date, style: Style, language: Language | 'sv', timeZone = 'UTC'): string {
  if (Number.isNaN(time.getTime())) return '';
  const key = `${Math.floor(time.getTime() / MINUTE_MS)} ${style} ${language} ${timeZone}`;
  const before = writtenBefore.get(key);
  if (before !== undefined) return before;
  const text = write(time, style, language, timeZone);
  writtenBefore.set(key, text);
  return text;
}

function write(time: Date, style: Style, language: Language | 'sv', timeZone: string): string {
  try {
    const text = formatter(style, language, timeZone).format(time);
    return language === 'fr' ? french(text) : text;
  } catch (error) {
    if (!(error instanceof RangeError) || timeZone === 'UTC') throw error;
    return write(time, style, language, 'UTC');
  }
}

/** What Intl does not know: the first of the month is an ordinal, and a day stays with its month. */
function french(text: string): string {
  return text.replace(/^(\d+) (?=\p{L})/u, (_start, day) => `${day === '1' ? '1er' : day}\u00a0`);
}

/** Throws RangeError for a time zone that this machine does not know. */
function formatter(style: Style, language: Language | 'sv', timeZone: string): Intl.DateTimeFormat {
  const key = `${style} ${language} ${timeZone}`;
  const kept = formatters.get(key);
  if (kept) return kept;
  const made = new Intl.DateTimeFormat(language, { ...STYLES[style], timeZone });
  formatters.set(key, made);
  return made;
}
