import type { Event } from '../../events/event.ts';
import { isTrueAt, textAt } from '../../events/fields.ts';
import type { Card } from '../card.ts';
import { wordsIn } from '../locales/in-language.ts';
import type { CardContext } from '../template.ts';
import { description, fact, githubCard, wordAt } from './github-card.ts';

/** "Octocat released Spring 2.0", with its notes. */
export function releaseCard(event: Event, context: CardContext): Card {
  const words = wordsIn(context.language);
  const published = isTrueAt(event.data, 'prerelease') ? words.release.prePublished : words.release.published;
  const tag = textAt(event.data, 'tag');
  return githubCard(event, context, {
    sentence: (put, actor) => published(actor, put(wordAt(event, 'title'))),
    view: words.release.view,
    severity: 'success',
    facts: tag === textAt(event.data, 'title') ? [] : fact(words.release.tag, tag),
    text: description(event),
  });
}
