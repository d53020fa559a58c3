import { useSpeech } from './language.ts';

/** Puts moments into the words of the person who looks: their language, their time zone. */
export function useMoment(): (at: string | Date) => string {
  const { locale } = useSpeech();
  const format = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short' });
  return (at) => format.format(new Date(at));
}
