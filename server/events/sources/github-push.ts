import type { JsonObject } from '../event.ts';
import { isTrueAt, jsonObject, listAt, textAt, valueAt } from '../fields.ts';
import { type GithubMapping, requiredText, titleAt } from './github-payload.ts';

/** The newest commits of a push; cards show fewer, and the address shows all. */
const MAX_COMMITS = 20;

/** A push to a branch or of a tag. Deleted ones are ignored: a merged branch goes without a word. */
export function readPush(payload: unknown): GithubMapping {
  const ref = requiredText(payload, 'ref');
  if (isTrueAt(payload, 'deleted')) return { ignored: 'The push deleted a branch or tag.' };

  const commits = listAt(payload, 'commits');
  const newest = valueAt(payload, 'head_commit') ?? commits.at(-1);
  return {
    type: 'github.push',
    subject: ref,
    data: jsonObject({
      branch: nameWithin('refs/heads/', ref),
      tag: nameWithin('refs/tags/', ref),
      title: titleAt(newest, 'message'),
      url: textAt(payload, 'compare'),
      created: isTrueAt(payload, 'created'),
      forced: isTrueAt(payload, 'forced'),
      commitCount: commits.length,
      commits: commits.slice(-MAX_COMMITS).reverse().map(commit),
    }),
  };
}

function nameWithin(namespace: string, ref: string): string | undefined {
  return ref.startsWith(namespace) ? ref.slice(namespace.length) : undefined;
}

function commit(value: unknown): JsonObject {
  return jsonObject({
    id: textAt(value, 'id'),
    title: titleAt(value, 'message'),
    author: textAt(value, 'author', 'username') ?? textAt(value, 'author', 'name'),
    url: textAt(value, 'url'),
  });
}
