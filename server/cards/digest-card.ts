import { eventTypeTitle } from '../events/catalog.ts';
import type { Event } from '../events/event.ts';
import { bounded } from './bounded.ts';
import type { Card } from './card.ts';
import { type ComposeContext, composeCard } from './compose.ts';
import { CARD_LIMITS } from './limits.ts';
import { wordsIn } from './locales/in-language.ts';
import { markdownLink } from './markdown.ts';
import { timeWords } from './time.ts';

/** Many events of one channel, to be told on one card. */
export interface Digest {
  kind: 'storm' | 'digest' | 'catch_up';
  /** How many of each type, most first. */
  counts: readonly { type: string; count: number }[];
  /** The newest ones, newest first. */
  newest: readonly Event[];
  /** When the oldest one happened. */
  since: Date;
}

/** The card of a digest: how many of each kind, and the newest by name, each linked. */
export function composeDigest({ kind, counts, newest, since }: Digest, context: ComposeContext): Card {
  const { language, timeZone, connector } = context;
  const words = wordsIn(language);
  const total = counts.reduce((sum, { count }) => sum + count, 0);
  const titles = { storm: words.digest.storm, digest: words.digest.digest, catch_up: words.digest.catchUp };
  const title = titles[kind](total);
  const digits = new Intl.NumberFormat(language);
  return {
    ...bounded({
      title,
      summary: title,
      severity: 'info',
      facts: [
        ...counts.slice(0, CARD_LIMITS.facts - 1).map(({ type, count }) => ({
          title: eventTypeTitle(connector, type, language),
          value: digits.format(count),
        })),
        { title: words.digest.since, value: timeWords(since, language, timeZone) },
      ],
      text: [...newest.map((event) => `- ${line(event, context)}`), ...rest(total - newest.length)].join(
        '\n',
      ),
      links: [],
      origin: connector.name,
    }),
    language,
    timeZone,
  };

  function rest(count: number): string[] {
    return count > 0 ? [`- ${words.more(count)}`] : [];
  }
}

function line(event: Event, context: ComposeContext): string {
  const card = composeCard(event, context);
  return markdownLink(card.summary, card.links[0]?.url);
}
