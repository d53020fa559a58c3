import { eventTypeTitle } from '../events/catalog.ts';
import { bounded } from './bounded.ts';
import type { Card } from './card.ts';
import { CARD_LIMITS } from './limits.ts';
import { wordsIn } from './locales/in-language.ts';
import { escapeMarkdown, plainLine } from './markdown.ts';
import type { CardContext } from './template.ts';

/** A card that no event made: `connected` greets a channel, `test` shows that cards arrive. */
export interface TestCard {
  kind: 'connected' | 'test';
  /** What its people call the configuration. */
  name: string;
  /** Who pressed the button. */
  by: string;
  eventTypes: readonly string[];
  at: Date;
}

/** More kinds are not read; the configuration page shows all. */
const NAMED_KINDS = 8;

/** The card for a channel, without links to our pages: `withChannelLinks` adds them. */
export function composeTestCard(test: TestCard, context: CardContext): Card {
  const { language, timeZone, connector } = context;
  const words = wordsIn(language).test;
  const title =
    test.kind === 'connected' ? words.connected(escapeMarkdown(test.name)) : escapeMarkdown(words.title);
  const summary = test.kind === 'connected' ? words.connected(test.name) : words.title;
  return {
    ...bounded({
      title,
      summary: plainLine(summary, CARD_LIMITS.summary),
      severity: test.kind === 'connected' ? 'success' : 'info',
      facts: [{ title: words.by, value: escapeMarkdown(test.by) }],
      text: test.kind === 'connected' ? kindsOf(test, context) : escapeMarkdown(words.arrived(test.name)),
      links: [],
      origin: connector.name,
      time: test.at,
    }),
    language,
    timeZone,
  };
}

function kindsOf({ eventTypes }: TestCard, { language, connector }: CardContext): string {
  const { test, more } = wordsIn(language);
  const named = eventTypes.slice(0, NAMED_KINDS).map((type) => eventTypeTitle(connector, type, language));
  const rest = eventTypes.length - named.length;
  const lines = rest > 0 ? [...named, more(rest)] : named;
  return `${escapeMarkdown(test.gets)}\n\n${lines.map((line) => `- ${escapeMarkdown(line)}`).join('\n')}`;
}
