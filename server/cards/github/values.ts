import type { JsonObject } from '../../events/event.ts';
import { listAt, numberAt, textAt, textsAt, valueAt } from '../../events/fields.ts';
import type { Language } from '../card.ts';
import { githubWordsIn } from '../locales/github/in-language.ts';
import { dayWords } from '../time.ts';

/** As many digits of a commit's id as Git shows. */
export const SHORT_ID_LENGTH = 7;

type ReadValue = (data: JsonObject, language: Language) => string | undefined;

/** Values that are not just the field of their name. */
const VALUES: Readonly<Record<string, ReadValue>> = {
  number: (data) => `#${numberAt(data, 'number') ?? '…'}`,
  ref: (data) => textAt(data, 'tag') ?? textAt(data, 'branch'),
  commitId,
  commit: (data) => joined(' ', commitId(data), textAt(data, 'title')),
  branchOrCommit: (data) => textAt(data, 'branch') ?? commitId(data),
  commitCount: (data, language) => githubWordsIn(language).commits(commitCount(data)),
  pageCount: (data, language) => githubWordsIn(language).pages(numberAt(data, 'pageCount') ?? 0),
  branches: (data) => {
    const [from, into] = [textAt(data, 'fromBranch'), textAt(data, 'branch')];
    return from === undefined || into === undefined ? undefined : `${from} → ${into}`;
  },
  change: (data, language) => {
    const [additions, deletions] = [numberAt(data, 'additions'), numberAt(data, 'deletions')];
    const files = numberAt(data, 'changedFiles');
    if (additions === undefined || deletions === undefined || files === undefined) return undefined;
    return githubWordsIn(language).changedFiles(additions, deletions, files);
  },
  // Who wrote it, when somebody else acted on it.
  author: (data) => {
    const author = textAt(data, 'author', 'login');
    return author === textAt(data, 'actor', 'login') ? undefined : author;
  },
  // The first attempt is no news.
  attempt: (data) => {
    const attempt = numberAt(data, 'attempt') ?? 1;
    return attempt > 1 ? String(attempt) : undefined;
  },
  file: (data) => joined(':', textAt(data, 'path'), numberAt(data, 'line')?.toString()),
  due: (data, language) => dayWords(textAt(data, 'due') ?? '', language) || undefined,
  // A release is often called as its tag.
  tag: (data) => (textAt(data, 'tag') === textAt(data, 'title') ? undefined : textAt(data, 'tag')),
  severity: term('severity'),
  access: term('access'),
  permission: term('permission'),
  resolution: term('resolution'),
  trigger: term('trigger'),
};

/** What an event says under a name, as plain text; a list is joined. */
export function valueFor(name: string, data: JsonObject, language: Language): string | undefined {
  if (Object.hasOwn(VALUES, name)) return VALUES[name]?.(data, language);
  const list = valueAt(data, name);
  if (Array.isArray(list)) return textsAt(list).join(', ') || undefined;
  return textAt(data, name) ?? numberAt(data, name)?.toString();
}

/** How many commits a push has; the event names the newest of them. */
export function commitCount(data: JsonObject): number {
  return Math.max(numberAt(data, 'commitCount') ?? 0, listAt(data, 'commits').length);
}

function commitId(data: JsonObject): string | undefined {
  return textAt(data, 'commit')?.slice(0, SHORT_ID_LENGTH);
}

/** One of GitHub's own words, for people. */
function term(field: string): ReadValue {
  return (data, language) => {
    const word = textAt(data, field);
    const { terms } = githubWordsIn(language);
    return word !== undefined && Object.hasOwn(terms, word) ? terms[word] : word;
  };
}

function joined(separator: string, ...parts: (string | undefined)[]): string | undefined {
  return parts.filter((part) => part !== undefined).join(separator) || undefined;
}
