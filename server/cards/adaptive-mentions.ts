import type { JsonObject } from '../events/event.ts';
import type { Card, Mention } from './card.ts';

/** Teams looks for the text of each mention in the card, and puts the person there. */
const tagged = ({ name }: Mention) => `<at>${name}</at>`;

/** The line that calls the people. */
export function adaptiveMentions({ mentions = [] }: Card): JsonObject[] {
  if (mentions.length === 0) return [];
  return [{ type: 'TextBlock', text: mentions.map(tagged).join(', '), wrap: true }];
}

/** Who they are, for the card's `msteams`. */
export function mentionEntities({ mentions = [] }: Card): JsonObject {
  if (mentions.length === 0) return {};
  const entities = mentions.map((mention) => ({
    type: 'mention',
    text: tagged(mention),
    mentioned: { id: mention.id, name: mention.name },
  }));
  return { entities };
}

/**
 * Text for any other place. A word joiner, which nobody sees, keeps its tags from calling anybody, also
 * where escapes mean nothing or a template forgot them.
 */
export function withoutMention(text: string): string {
  return text.replace(/<(?=\/?at\b)/gi, '<\u2060');
}
