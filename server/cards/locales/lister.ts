import type { Language } from '../card.ts';

/** Lists what is there: `listed(['a', false, 'b'])` is "a and b". */
export function listerFor(language: Language): (parts: readonly (string | false)[]) => string {
  const format = new Intl.ListFormat(language);
  return (parts) => format.format(parts.filter((part) => part !== false));
}
