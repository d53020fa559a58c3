import type { ConnectorOffer } from '../../../server/configurations/schema.ts';
import { eventTitles } from '../../shared/event-titles.ts';
import type { WhenWords } from '../../shared/when/locales/en.ts';
import { timingText, zoneText } from '../../shared/when/timing-text.ts';
import type { Choice, ChoiceField } from '../choice.ts';
import type { FilterWords } from '../filter/locales/en.ts';
import { sentenceOf } from '../filter/sentence.ts';
import type { ConflictWords } from './locales/en.ts';

/** What texts of fields are made of. */
export interface FieldSpeech {
  words: ConflictWords;
  whenWords: WhenWords;
  filterWords: FilterWords;
  locale: string;
  offer: ConnectorOffer;
}

/** A field of a choice for people; of the events only what differs from before, for there may be many. */
export function fieldText(field: ChoiceField, choice: Choice, base: Choice, speech: FieldSpeech): string {
  const { words, whenWords, locale } = speech;
  switch (field) {
    case 'name':
      return words.quoted(choice.name);
    case 'eventTypes':
      return eventsText(choice, base, speech);
    case 'filter':
      return filterText(choice, speech);
    case 'schedule': {
      const { schedule, timeZone } = choice;
      return timingText({ schedule, timeZone }, whenWords, locale) ?? '';
    }
    case 'quietHours': {
      const { quietHours } = choice;
      return quietHours === undefined ? words.noQuietHours : `${quietHours.from} – ${quietHours.to}`;
    }
    case 'timeZone':
      return zoneText(choice.timeZone);
  }
}

function filterText(
  { eventTypes, filter }: Choice,
  { words, filterWords, locale, offer }: FieldSpeech,
): string {
  const { conditions = [], except = [] } = filter ?? {};
  if (filter === undefined || conditions.length + except.length === 0) return words.noFilter;
  const context = { fields: offer.filterFields, words: filterWords, locale };
  return sentenceOf(eventTitles(eventTypes, offer), filter, context);
}

function eventsText(choice: Choice, base: Choice, { words, locale, offer }: FieldSpeech): string {
  const list = new Intl.ListFormat(locale);
  const titlesOf = (types: string[]) => list.format(eventTitles(types, offer));
  const added = choice.eventTypes.filter((type) => !base.eventTypes.includes(type));
  const removed = base.eventTypes.filter((type) => !choice.eventTypes.includes(type));
  return [
    ...(added.length > 0 ? [words.added(titlesOf(added))] : []),
    ...(removed.length > 0 ? [words.removed(titlesOf(removed))] : []),
  ].join(' · ');
}
