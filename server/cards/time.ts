import type { Language } from './card.ts';

/**
 * A time as people write it: "12 Mar 2026, 14:05 UTC". Without a time zone, or with one that this machine
 * does not know, it is UTC; the zone always stands behind.
 */
export function timeWords(time: Date, language: Language, timeZone = 'UTC'): string {
  const style: Intl.DateTimeFormatOptions = {
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    hour: 'numeric',
    minute: '2-digit',
    timeZoneName: 'short',
  };
  try {
    return new Intl.DateTimeFormat(language, { ...style, timeZone }).format(time);
  } catch (error) {
    if (!(error instanceof RangeError) || timeZone === 'UTC') throw error;
    return timeWords(time, language);
  }
}

/** A day, "2026-03-12", as people write it: "12 Mar 2026". Text that is not a day stays as it is. */
export function dayWords(text: string, language: Language): string {
  const day = /^\d{4}-\d{2}-\d{2}$/.test(text) ? new Date(text) : undefined;
  if (day === undefined || Number.isNaN(day.getTime())) return text;
  const style: Intl.DateTimeFormatOptions = { day: 'numeric', month: 'short', year: 'numeric' };
  // The text is read as midnight UTC, so in UTC it is the same day again.
  return new Intl.DateTimeFormat(language, { ...style, timeZone: 'UTC' }).format(day);
}
