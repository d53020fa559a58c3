import { expect, test } from 'vitest';
import { connector } from '../../../manifest/connector.ts';
import type { Card, Language } from '../../../server/cards/card.ts';
import { composeCard } from '../../../server/cards/compose.ts';
import { en } from '../../../server/cards/locales/en.ts';
import { fr } from '../../../server/cards/locales/fr.ts';
import { FIRST_LABELS, LAST_LABELS } from '../../../server/cards/locales/usual-labels.ts';
import { sampleEvent } from '../../../server/events/samples/sample-event.ts';
import { frenchFaults, localeStrings } from './locale-strings.ts';

const eventTypes = connector.eventGroups.flatMap((group) => group.eventTypes);
const labels = Object.values({ ...FIRST_LABELS, ...LAST_LABELS });

const wordsOf = (texts: readonly string[]) =>
  new Set(texts.flatMap((text) => text.toLowerCase().match(/\p{L}{3,}/gu) ?? []));
const ours = (language: Language, locale: object) =>
  wordsOf([
    ...localeStrings(locale).map(([, words]) => words),
    ...labels.map((label) => label[language]),
    ...eventTypes.map(({ title }) => title[language]),
  ]);
const french = ours('fr', fr);
const english = new Set([...ours('en', en)].filter((word) => !french.has(word)));

const textsOf = ({ title, summary, facts, text = '', links }: Card) => [
  ...[title, summary, text],
  ...facts.flatMap((fact) => [fact.title, fact.value]),
  ...links.map((link) => link.title),
];
/** Of several words, the longest first. */
const stringsIn = (value: unknown): string[] => {
  if (typeof value === 'string') return /\s/.test(value) ? [value] : [];
  if (typeof value !== 'object' || value === null) return [];
  return Object.values(value)
    .flatMap(stringsIn)
    .sort((one, other) => other.length - one.length);
};
const cardOf = (type: string, language: Language) => {
  const event = sampleEvent(connector, type, new Date('2026-12-01T09:30:00Z'));
  const theirs = wordsOf([JSON.stringify(event)]);
  const texts = textsOf(composeCard(event, { language, timeZone: 'Europe/Paris', connector }));
  // Titles of discussions and the like are set as their authors set them.
  const title = stringsIn(event.data).reduce((rest, their) => rest.replaceAll(their, '…'), texts[0] ?? '');
  return {
    texts,
    title,
    english: [...wordsOf(texts)].filter((word) => english.has(word) && !theirs.has(word)),
  };
};

test.each(eventTypes.map(({ type }) => type))(
  'the French card of %s has no English words of ours',
  (type) => {
    expect(cardOf(type, 'fr').english).toEqual([]);
  },
);

test('English words of ours would be found', () => {
  expect(eventTypes.filter(({ type }) => cardOf(type, 'en').english.length > 0).length).toBeGreaterThan(5);
});

test.each(eventTypes.map(({ type }) => type))('the French card of %s is titled as French is set', (type) => {
  expect(frenchFaults(cardOf(type, 'fr').title)).toEqual([]);
});
