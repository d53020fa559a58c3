import { eventTypeTitle } from '../events/catalog.ts';
import type { Event } from '../events/event.ts';
import { bounded } from './bounded.ts';
import type { Card, Severity } from './card.ts';
import { type ComposeContext, composeCard } from './compose.ts';
import { byTurns, type Count, countByType, type Group, groupsOf } from './digest-groups.ts';
import { digestText } from './digest-text.ts';
import { sourceWords } from './generic-card.ts';
import { CARD_LIMITS } from './limits.ts';
import { wordsIn } from './locales/in-language.ts';
import { escapeMarkdown, markdownLink, plainLine } from './markdown.ts';
import { numberWords, spanWords } from './numbers.ts';
import { timeInList, timeWords } from './time.ts';

/** Many events of one channel, to be told on one card. */
export interface Digest {
  kind: 'storm' | 'digest' | 'catch_up';
  /** The schedule that a digest follows. */
  every?: 'hourly' | 'daily' | 'weekly' | undefined;
  counts: readonly Count[];
  /** The newest ones, newest first. */
  newest: readonly Event[];
  /** When the first of them came. */
  since: Date;
  /** When the card is made. */
  at: Date;
}

export interface DigestContext extends ComposeContext {
  /** Our page of the channel, where those are that the card has no room for. */
  moreUrl?: string | undefined;
}

/** How many kinds a lock screen names: the rest is cut there anyway. */
const SUMMARY_KINDS = 10;
/** Of each part of a heading, in UTF-16 code units. */
const HEADING_LENGTH = 80;

/** The card of a digest: how many of each kind, and the newest of each by name, linked and with its time. */
export function composeDigest(digest: Digest, context: DigestContext): Card {
  const { language, timeZone, connector } = context;
  const { digest: words, more } = wordsIn(language);
  const title = titleOf(digest, context);
  const kinds = countByType(digest.counts)
    .slice(0, SUMMARY_KINDS)
    .map(
      ({ type, count }) =>
        `${eventTypeTitle(connector, type, language)} (${numberWords('', count, language)})`,
    );
  const groups = groupsOf(digest.counts, digest.newest);
  const entries = byTurns(groups).map(({ group, event }) => ({
    group,
    event,
    card: composeCard(event, context),
  }));
  const { text, shown } = digestText(
    groups.map((group) => heading(group, context)),
    entries.map(({ group, event, card }) => ({
      heading: groups.indexOf(group),
      markdown: line(card, event, digest.at, context),
    })),
  );
  const rest = totalOf(digest) - shown;
  return {
    ...bounded({
      title,
      summary: plainLine(`${title} – ${kinds.join(', ')}`, CARD_LIMITS.summary),
      severity: worst([
        digest.kind === 'storm' ? 'warning' : 'info',
        ...entries.map(({ card }) => card.severity),
      ]),
      facts: [{ title: words.since, value: timeWords(digest.since, language, timeZone) }],
      text: rest > 0 ? `${text}\n\n${markdownLink(more(rest), context.moreUrl)}` : text,
      links: [],
      origin: connector.name,
    }),
    language,
    timeZone,
  };
}

/** Why so many events come on one card. */
function titleOf(digest: Digest, { language }: DigestContext): string {
  const { digest: words } = wordsIn(language);
  const total = totalOf(digest);
  switch (digest.kind) {
    case 'storm':
      return words.storm(total, spanWords(digest.at.getTime() - digest.since.getTime(), language));
    case 'catch_up':
      return words.catchUp(total);
    case 'digest':
      return words.digest[digest.every ?? 'other'](total);
  }
}

function totalOf({ counts }: Digest): number {
  return counts.reduce((sum, { count }) => sum + count, 0);
}

/** "**Push** · octo/hello · 12" */
function heading({ type, source, count }: Group, { connector, language }: DigestContext): string {
  const title = escapeMarkdown(plainLine(eventTypeTitle(connector, type, language), HEADING_LENGTH));
  const place = source === undefined ? [] : sourceWords(source);
  return [
    `**${title}**`,
    ...place.map((words) => escapeMarkdown(plainLine(words, HEADING_LENGTH))),
    numberWords('', count, language),
  ].join(' · ');
}

function line(card: Card, { time }: Event, at: Date, { language, timeZone }: DigestContext): string {
  const link = markdownLink(card.summary, card.links[0]?.url);
  const when = escapeMarkdown(timeInList(time, at, language, timeZone));
  return when === '' ? link : `${link} · ${when}`;
}

/** Good news among others makes no good card. */
function worst(severities: readonly Severity[]): Severity {
  return (['error', 'warning'] as const).find((severity) => severities.includes(severity)) ?? 'info';
}
