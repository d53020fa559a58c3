import { LRUCache } from 'lru-cache';
import type { Language } from './card.ts';

/** A formatter costs more to make than a whole card, and holds memory that only a collection gives back. */
const formatters = new LRUCache<string, Intl.DateTimeFormat>({ max: 200 });

const DAY: Intl.DateTimeFormatOptions = { day: 'numeric', month: 'short', year: 'numeric' };
const MOMENT: Intl.DateTimeFormatOptions = {
  ...DAY,
  hour: 'numeric',
  minute: '2-digit',
  timeZoneName: 'short',
};

/**
 * A time as people write it: "12 Mar 2026, 14:05 UTC". Without a time zone, or with one that this machine
 * does not know, it is UTC; the zone always stands behind.
 */
export function timeWords(time: Date, language: Language, timeZone = 'UTC'): string {
  try {
    return formatter('moment', language, timeZone).format(time);
  } catch (error) {
    if (!(error instanceof RangeError) || timeZone === 'UTC') throw error;
    return timeWords(time, language);
  }
}

/** A day, "2026-03-12", as people write it: "12 Mar 2026". Text that is not a day stays as it is. */
export function dayWords(text: string, language: Language): string {
  const day = /^\d{4}-\d{2}-\d{2}$/.test(text) ? new Date(text) : undefined;
  if (day === undefined || Number.isNaN(day.getTime())) return text;
  // The text is read as midnight UTC, so in UTC it is the same day again.
  return formatter('day', language, 'UTC').format(day);
}

/** Throws RangeError for a time zone that this machine does not know. */
function formatter(style: 'day' | 'moment', language: Language, timeZone: string): Intl.DateTimeFormat {
  const key = `${style} ${language} ${timeZone}`;
  const kept = formatters.get(key);
  if (kept) return kept;
  const made = new Intl.DateTimeFormat(language, { ...(style === 'day' ? DAY : MOMENT), timeZone });
  formatters.set(key, made);
  return made;
}
