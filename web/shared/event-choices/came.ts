import { useSpeech } from '../language.ts';
import type { EventsOfLate } from './use-events-of-late.ts';

/** Says how often events of these types came lately, together; undefined while that is not known. */
export function useCame(ofLate: EventsOfLate | undefined): (types: readonly string[]) => string | undefined {
  const { locale, words } = useSpeech();
  return (types) => {
    if (ofLate === undefined) return undefined;
    const counts = types.map((type) => ofLate.events[type] ?? 0);
    const count = counts.reduce((sum, one) => sum + one, 0);
    const atLeast = counts.some((one) => one >= ofLate.most);
    return words.choices.came(count, new Intl.NumberFormat(locale).format(count) + (atLeast ? '+' : ''));
  };
}
