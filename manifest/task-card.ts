import type { Card } from '../server/cards/card.ts';
import { genericCard } from '../server/cards/generic-card.ts';
import { escapeMarkdown } from '../server/cards/markdown.ts';
import type { CardContext } from '../server/cards/template.ts';
import { dayWords } from '../server/cards/time.ts';
import type { Event } from '../server/events/event.ts';
import { textAt } from '../server/events/fields.ts';

const WORDS = {
  en: {
    created: (title: string) => `New task: ${title}`,
    updated: (title: string) => `Task updated: ${title}`,
    assignee: 'Assigned to',
    status: 'Status',
    due: 'Due',
  },
  fr: {
    created: (title: string) => `Nouvelle tâche\u00a0: ${title}`,
    updated: (title: string) => `Tâche modifiée\u00a0: ${title}`,
    assignee: 'Confiée à',
    status: 'État',
    due: 'Échéance',
  },
};

/**
 * The worked example of a template: the generic card with a title of its own and three facts, from the
 * fields `assignee`, `status` and `due` (a day, "2026-03-12"). A fact without a value is not shown.
 */
export function taskCard(event: Event, context: CardContext): Card {
  const words = WORDS[context.language];
  const sentence = event.type === 'task.created' ? words.created : words.updated;
  const card = genericCard(event, context);
  const field = (name: string) => escapeMarkdown(textAt(event.data, name) ?? '');
  return {
    ...card,
    title: sentence(card.title),
    summary: sentence(card.summary),
    facts: [
      { title: words.assignee, value: field('assignee') },
      { title: words.status, value: field('status') },
      { title: words.due, value: dayWords(field('due'), context.language) },
    ],
  };
}
