import type { Event } from '../../events/event.ts';
import { isTrueAt, listAt, numberAt, textAt } from '../../events/fields.ts';
import type { Card } from '../card.ts';
import { wordsIn } from '../locales/in-language.ts';
import type { CardWords } from '../locales/words.ts';
import { escapeMarkdown, markdownLink } from '../markdown.ts';
import { shorten } from '../shorten.ts';
import type { CardContext } from '../template.ts';
import { githubCard, SHORT_ID_LENGTH } from './github-card.ts';

/** Commits that a card lists, newest first. */
const LISTED_COMMITS = 10;
/** In UTF-16 code units: about one line of a channel. */
const COMMIT_TITLE_LENGTH = 100;

/** "Octocat pushed 3 commits to main", with the commits as a list. */
export function pushCard(event: Event, context: CardContext): Card {
  const words = wordsIn(context.language);
  return githubCard(event, context, {
    sentence: (put, actor) => sentence(words.push, event, put, actor),
    view: words.push.view,
    text: commitList(words, event),
  });
}

function sentence(
  words: CardWords['push'],
  { data }: Event,
  put: (value: string) => string,
  actor: string,
): string {
  const tag = textAt(data, 'tag');
  const created = isTrueAt(data, 'created');
  if (tag !== undefined) return created ? words.newTag(actor, put(tag)) : words.moved(actor, put(tag));

  const branch = put(textAt(data, 'branch') ?? '…');
  const count = commitCount(data);
  const forced = isTrueAt(data, 'forced');
  if (count === 0 && created) return words.newBranch(actor, branch);
  if (count === 0) return forced ? words.forced(actor, branch) : words.moved(actor, branch);
  return (forced ? words.forcedCommits : words.commits)(actor, count, branch);
}

function commitCount(data: Event['data']): number {
  return Math.max(numberAt(data, 'commitCount') ?? 0, listAt(data, 'commits').length);
}

function commitList(words: CardWords, { data }: Event): string | undefined {
  const commits = listAt(data, 'commits').slice(0, LISTED_COMMITS);
  const lines = commits.map((commit) => {
    const id = textAt(commit, 'id')?.slice(0, SHORT_ID_LENGTH);
    const title = escapeMarkdown(shorten(textAt(commit, 'title') ?? '…', COMMIT_TITLE_LENGTH));
    return `- ${id === undefined ? '' : `${markdownLink(id, textAt(commit, 'url'))} `}${title}`;
  });
  const more = commitCount(data) - commits.length;
  if (commits.length > 0 && more > 0) lines.push(`- ${words.more(more)}`);
  return lines.join('\n') || undefined;
}
