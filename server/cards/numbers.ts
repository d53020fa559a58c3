import type { Language } from './card.ts';
import { fieldLabel, wordsOfName } from './field-label.ts';

/** Units that names of fields end with, as Intl calls them. */
const UNITS: Readonly<Record<string, string>> = {
  ms: 'millisecond',
  millis: 'millisecond',
  milliseconds: 'millisecond',
  sec: 'second',
  secs: 'second',
  seconds: 'second',
  minutes: 'minute',
  hours: 'hour',
  days: 'day',
  bytes: 'byte',
  kb: 'kilobyte',
  mb: 'megabyte',
  gb: 'gigabyte',
  percent: 'percent',
  pct: 'percent',
  celsius: 'celsius',
  km: 'kilometer',
  kg: 'kilogram',
};

/** Numbers that name something and count nothing: they are written as they are. */
const NAMES_SOMETHING = /^(?:id|number|no|nr|port|code|pid|year|phone|zip|postcode|build|revision)$/i;

/** Beyond these, digits tell nobody anything. */
const SMALLEST = 1e-6;
const LARGEST = 1e15;

const formats = new Map<string, Intl.NumberFormat>();

/** Units whose short form is no word. */
const LONG_UNITS = new Set(['minute', 'hour', 'day']);

/** Kept, because making one costs more than using it; there are as many as languages and units. */
function format(language: Language, unit = ''): Intl.NumberFormat {
  const key = `${language} ${unit}`;
  const known = formats.get(key);
  if (known) return known;
  const made = new Intl.NumberFormat(language, {
    // "2026" is rather a year or a number of something than an amount.
    useGrouping: 'min2',
    maximumFractionDigits: 6,
    ...(unit && { style: 'unit', unit, unitDisplay: LONG_UNITS.has(unit) ? 'long' : 'short' }),
  });
  formats.set(key, made);
  return made;
}

function isReadable(value: number): boolean {
  return value === 0 || (Math.abs(value) >= SMALLEST && Math.abs(value) < LARGEST);
}

/** A number as people write it: "12,500", in French "12 500"; numbers of things and codes keep their digits. */
export function numberWords(name: string, value: number, language: Language): string {
  if (!isReadable(value) || NAMES_SOMETHING.test(wordsOfName(name).at(-1) ?? '')) return String(value);
  return format(language).format(value);
}

/**
 * A number whose field's name ends with its unit: `waitMs` and 1500 is "Wait" and "1500 ms". Nothing for
 * names without one, and for those that are nothing but a unit.
 */
export function withUnit(
  name: string,
  value: number,
  language: Language,
): { label: string; words: string } | undefined {
  const words = wordsOfName(name);
  const last = words.at(-1)?.toLowerCase() ?? '';
  const unit = Object.hasOwn(UNITS, last) ? UNITS[last] : undefined;
  if (unit === undefined || words.length < 2 || !isReadable(value)) return undefined;
  return {
    label: fieldLabel(words.slice(0, -1).join(' '), language),
    words: together(format(language, unit).format(value), language),
  };
}

const SPANS = [
  { unit: 'day', ms: 86_400_000 },
  { unit: 'hour', ms: 3_600_000 },
  { unit: 'minute', ms: 60_000 },
];

/** About how long a span is, at least a minute: "45 minutes", "2 hours"; the larger unit from two of it on. */
export function spanWords(ms: number, language: Language): string {
  const span = SPANS.find(({ ms: unitMs }) => ms >= 2 * unitMs) ?? { unit: 'minute', ms: 60_000 };
  return together(format(language, span.unit).format(Math.max(1, Math.round(ms / span.ms))), language);
}

/** French keeps a number with its unit; Intl does so for some units only. */
function together(words: string, language: Language): string {
  return language === 'fr' ? words.replace(/(?<=\d) /, '\u00a0') : words;
}
