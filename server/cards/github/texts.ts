import type { JsonObject } from '../../events/event.ts';
import { listAt, textAt } from '../../events/fields.ts';
import type { Language } from '../card.ts';
import { wordsIn } from '../locales/in-language.ts';
import { escapeMarkdown, markdownLink } from '../markdown.ts';
import { shorten, shortenMarkdown } from '../shorten.ts';
import { teamsMarkdown } from '../teams-markdown.ts';
import { commitCount, SHORT_ID_LENGTH } from './values.ts';

/** How much of a description a channel sees, in UTF-16 code units; the rest is behind the button. */
const TEXT_LENGTH = 600;
/** Commits or pages that a card lists. */
const LISTED = 10;
/** In UTF-16 code units: about one line of a channel. */
const LINE_LENGTH = 100;

/** The description or comment that people wrote. */
export function description(data: JsonObject): string | undefined {
  const text = textAt(data, 'text');
  return text && shortenMarkdown(teamsMarkdown(text), TEXT_LENGTH);
}

/** The newest commits of a push, and how many more there are. */
export function commitList(data: JsonObject, language: Language): string | undefined {
  const commits = listAt(data, 'commits').slice(0, LISTED);
  const lines = commits.map((commit) => {
    const id = textAt(commit, 'id')?.slice(0, SHORT_ID_LENGTH);
    const title = escapeMarkdown(shorten(textAt(commit, 'title') ?? '…', LINE_LENGTH));
    return id === undefined ? title : `${markdownLink(id, textAt(commit, 'url'))} ${title}`;
  });
  return list(lines, commitCount(data), language);
}

/** The pages of a wiki, when there are several; else what its author says of the change. */
export function pageList(data: JsonObject, language: Language): string | undefined {
  const pages = listAt(data, 'pages');
  if (pages.length < 2) return description(data);
  const lines = pages
    .slice(0, LISTED)
    .map((page) => markdownLink(shorten(textAt(page, 'title') ?? '…', LINE_LENGTH), textAt(page, 'url')));
  return list(lines, pages.length, language);
}

function list(lines: readonly string[], total: number, language: Language): string | undefined {
  const more = total - lines.length;
  const rest = lines.length > 0 && more > 0 ? [wordsIn(language).more(more)] : [];
  return [...lines, ...rest].map((line) => `- ${line}`).join('\n') || undefined;
}
