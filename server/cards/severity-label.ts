import type { Card, Severity } from './card.ts';
import { wordsIn } from './locales/in-language.ts';

/** Shapes that differ without their colours. */
const SHAPES: Record<Exclude<Severity, 'info'>, string> = { success: '✔', warning: '⚠', error: '✖' };

/**
 * What the card's colour says, for those who do not see it: "✖ Error". Empty for `info`, the ordinary
 * case, which has nothing to say.
 */
export function severityLabel({ severity, language = 'en' }: Card): string {
  return severity === 'info' ? '' : `${SHAPES[severity]} ${wordsIn(language).severity[severity]}`;
}
