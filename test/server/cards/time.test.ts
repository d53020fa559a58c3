import { describe, expect, it } from 'vitest';
import { dayWords, timeWords } from '../../../server/cards/time.ts';

const time = new Date('2026-03-12T13:05:00Z');

describe('timeWords', () => {
  it('names the zone that the time is in', () => {
    expect(timeWords(time, 'en')).toBe('Mar 12, 2026, 1:05 PM UTC');
    expect(timeWords(time, 'fr')).toBe('12 mars 2026, 13:05 UTC');
    expect(timeWords(time, 'en', 'America/New_York')).toBe('Mar 12, 2026, 9:05 AM EDT');
  });

  it('is UTC for a zone that does not exist', () => {
    expect(timeWords(time, 'en', 'Europe/Atlantis')).toBe('Mar 12, 2026, 1:05 PM UTC');
  });
});

describe('dayWords', () => {
  it('writes a day in the language', () => {
    expect(dayWords('2026-03-12', 'en')).toBe('Mar 12, 2026');
    expect(dayWords('2026-03-12', 'fr')).toBe('12 mars 2026');
  });

  it('leaves what is not a day as it is', () => {
    expect(dayWords('soon', 'en')).toBe('soon');
    expect(dayWords('2026-13-45', 'en')).toBe('2026-13-45');
  });
});
