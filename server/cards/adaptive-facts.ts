import type { JsonObject } from '../events/event.ts';
import { withoutMention } from './adaptive-mentions.ts';
import type { Fact } from './card.ts';
import { escapeMarkdown } from './markdown.ts';
import { textBlock } from './text-block.ts';

/** What stands beside each other on a phone in portrait without breaking into a column of single words. */
const MAX_TITLE_LENGTH = 24;
const MAX_VALUE_LENGTH = 80;

/**
 * Facts in their order: neighbours that are short as a table of two columns, each longer one as a label
 * with its value below, over the whole width.
 */
export function adaptiveFacts(facts: readonly Fact[]): JsonObject[] {
  const elements: JsonObject[] = [];
  let table: JsonObject[] | undefined;
  for (const fact of facts) {
    if (isShort(fact)) {
      if (table === undefined) {
        table = [];
        elements.push({ type: 'FactSet', facts: table });
      }
      table.push({
        title: withoutMention(escapeMarkdown(fact.title)),
        value: withoutMention(fact.value),
      });
    } else {
      table = undefined;
      elements.push(longFact(fact));
    }
  }
  return elements;
}

function isShort({ title, value }: Fact): boolean {
  const shown = value.replace(/\]\([^)]*\)/g, '');
  return title.length <= MAX_TITLE_LENGTH && shown.length <= MAX_VALUE_LENGTH && !value.includes('\n');
}

function longFact({ title, value }: Fact): JsonObject {
  const label = textBlock(escapeMarkdown(title), { weight: 'Bolder' });
  return { type: 'Container', items: [label, textBlock(value, { spacing: 'None' })] };
}
