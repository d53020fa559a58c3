import type { Event } from '../../events/event.ts';
import { listAt, numberAt, textAt, textsAt } from '../../events/fields.ts';
import type { Card, Fact } from '../card.ts';
import { actorOf, linkTo } from '../convention.ts';
import { CARD_LIMITS } from '../limits.ts';
import { wordsIn } from '../locales/in-language.ts';
import type { CardWords } from '../locales/words.ts';
import { escapeMarkdown, plainLine } from '../markdown.ts';
import { shortenMarkdown } from '../shorten.ts';
import { teamsMarkdown } from '../teams-markdown.ts';
import type { CardContext } from '../template.ts';

/** How much of a description a channel sees, in UTF-16 code units; the rest is behind the button. */
const TEXT_LENGTH = 600;

/** As many digits of a commit's id as Git shows. */
export const SHORT_ID_LENGTH = 7;

/** What a template of GitHub's events adds to what all of them show. */
interface GithubParts {
  /**
   * The card in one sentence. It is built twice, so `put` each value: escaped into the title, plain into
   * the summary.
   */
  sentence(put: (value: string) => string, actor: string): string;
  /** The button that opens the event's address. */
  view: string;
  severity?: Card['severity'];
  facts?: Fact[];
  /** Markdown. */
  text?: string | undefined;
}

/** The card of one of GitHub's events: its sentence, who did it, where, and the button. */
export function githubCard(event: Event, context: CardContext, parts: GithubParts): Card {
  const { data } = event;
  const actor = actorOf(data);
  const name = actor?.name ?? wordsIn(context.language).somebody;
  const repository = textAt(data, 'repository');
  return {
    title: parts.sentence(escapeMarkdown, escapeMarkdown(name)),
    summary: plainLine(
      parts.sentence((value) => value, name),
      CARD_LIMITS.summary,
    ),
    severity: parts.severity ?? 'info',
    actor,
    facts: parts.facts ?? [],
    text: parts.text,
    links: linkTo(parts.view, textAt(data, 'url')),
    origin: repository === undefined ? 'GitHub' : `GitHub · ${repository}`,
    time: event.time,
  };
}

/** A field's text for a sentence; an ellipsis where the sender left it out. */
export function wordAt(event: Event, field: string): string {
  return textAt(event.data, field) ?? '…';
}

/** An issue's or pull request's number as GitHub writes it: "#12". */
export function numberOf(event: Event): string {
  return `#${numberAt(event.data, 'number') ?? '…'}`;
}

/** The description that people wrote, as Markdown. */
export function description(event: Event): string | undefined {
  const text = textAt(event.data, 'text');
  return text && shortenMarkdown(teamsMarkdown(text), TEXT_LENGTH);
}

/** A fact; none when its value is missing. */
export function fact(title: string, value: string | undefined): Fact[] {
  return value ? [{ title, value: escapeMarkdown(value) }] : [];
}

/** A list of names as one fact. */
export function namesFact(title: string, event: Event, field: string): Fact[] {
  return fact(title, textsAt(listAt(event.data, field)).join(', '));
}

/** Who wrote it, when somebody else acted on it. */
export function authorFact(words: CardWords, event: Event): Fact[] {
  const author = textAt(event.data, 'author', 'login');
  return author === textAt(event.data, 'actor', 'login') ? [] : fact(words.author, author);
}
