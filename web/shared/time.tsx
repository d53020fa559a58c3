import { useSpeech } from './language.ts';

/** A moment, in the language and time zone of the person who looks. `at` is RFC 3339. */
export function Time({ at }: { at: string }) {
  const { locale } = useSpeech();
  const format = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short' });
  return <time dateTime={at}>{format.format(new Date(at))}</time>;
}
