import type { JsonObject } from '../../events/event.ts';
import { textAt } from '../../events/fields.ts';
import type { Language, Severity } from '../card.ts';
import type { FactName, View } from '../locales/github/words.ts';

/** How the card of one event type looks; its sentences are in server/cards/locales/github. */
export interface Look {
  /** Which of the type's sentences it is; without it, GitHub's action says so. */
  variantOf?(data: JsonObject): string | undefined;
  /** Without it: info. */
  severity?: Severity | ((data: JsonObject) => Severity);
  /** What the button opens. */
  view: View;
  /** In this order; those without a value are not shown. */
  facts?: readonly FactName[];
  /** What stands below, as Markdown. */
  text?(data: JsonObject, language: Language): string | undefined;
}

/** The severity by a field's value; info for all others. */
export function severityBy(
  field: string,
  severities: Readonly<Record<string, Severity>>,
): (data: JsonObject) => Severity {
  return (data) => {
    const value = textAt(data, field);
    return (value !== undefined && Object.hasOwn(severities, value) && severities[value]) || 'info';
  };
}

/** The variant is a field's value. */
export function fieldAsVariant(field: string): (data: JsonObject) => string | undefined {
  return (data) => textAt(data, field);
}
