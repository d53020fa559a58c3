import type { Event } from '../../events/event.ts';
import { textAt } from '../../events/fields.ts';
import { GITHUB_EVENT_TYPES, type GithubEventType } from '../../events/sources/github/event-types.ts';
import type { Card } from '../card.ts';
import { actorOf, linkTo } from '../convention.ts';
import { CARD_LIMITS } from '../limits.ts';
import { githubWordsIn } from '../locales/github/in-language.ts';
import { wordsIn } from '../locales/in-language.ts';
import { escapeMarkdown, plainLine } from '../markdown.ts';
import type { CardContext, CardTemplate } from '../template.ts';
import { LOOKS } from './looks.ts';
import { fillSentence, sentenceFor } from './sentence.ts';
import { valueFor } from './values.ts';

/** The template of each event type that the GitHub source makes. */
export const GITHUB_TEMPLATES: ReadonlyMap<string, CardTemplate> = new Map(
  GITHUB_EVENT_TYPES.map((type) => [type, (event, context) => githubCard(type, event, context)]),
);

/** The card of one of GitHub's events: its sentence, who did it, where, its facts and the button. */
function githubCard(type: GithubEventType, event: Event, { language }: CardContext): Card {
  const { data } = event;
  const look = LOOKS[type];
  const words = githubWordsIn(language);
  const sentence = sentenceFor(words.sentences[type], (look.variantOf ?? actionOf)(data));
  const actor = actorOf(data);
  const name = actor?.name ?? wordsIn(language).somebody;
  const place = (field: string) => (field === 'actor' ? name : valueFor(field, data, language));
  const repository = textAt(data, 'repository') ?? textAt(data, 'organization');
  return {
    title: fillSentence(sentence, (field) => {
      const value = place(field);
      return value && escapeMarkdown(value);
    }),
    summary: plainLine(fillSentence(sentence, place), CARD_LIMITS.summary),
    severity: (typeof look.severity === 'function' ? look.severity(data) : look.severity) ?? 'info',
    actor,
    facts: (look.facts ?? []).flatMap((fact) => {
      const value = valueFor(fact, data, language);
      return value ? [{ title: words.facts[fact], value: escapeMarkdown(value) }] : [];
    }),
    text: look.text?.(data, language),
    links: linkTo(words.views[look.view], textAt(data, 'url')),
    origin: repository === undefined ? 'GitHub' : `GitHub · ${repository}`,
    time: event.time,
  };
}

function actionOf(data: Event['data']): string | undefined {
  return textAt(data, 'action');
}
