/** A word for one, and for every other number. English and French need no more. */
export interface PluralForms {
  one: string;
  other: string;
}

/** Picks by the language's own rule: French says "0 événement", English "0 events". */
export function pluralOf(language: string): (count: number, forms: PluralForms) => string {
  const rules = new Intl.PluralRules(language);
  return (count, forms) => (rules.select(count) === 'one' ? forms.one : forms.other);
}
