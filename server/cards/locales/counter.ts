import type { Language } from '../card.ts';

/** The forms of a noun that a language tells apart by number; `other` stands in for those left out. */
export type PluralForms = { other: string } & Partial<Record<Intl.LDMLPluralRule, string>>;

/** French keeps a number with what it counts: neither begins a line without the other. */
const SPACE: Record<Language, string> = { en: ' ', fr: '\u00a0' };

/** Gives numbers with their noun: `counted(3, { one: 'commit', other: 'commits' })` is "3 commits". */
export function counterFor(language: Language): (count: number, forms: PluralForms) => string {
  const rules = new Intl.PluralRules(language);
  const digits = new Intl.NumberFormat(language);
  return (count, forms) =>
    `${digits.format(count)}${SPACE[language]}${forms[rules.select(count)] ?? forms.other}`;
}
