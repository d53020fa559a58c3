import type { JsonObject } from '../../event.ts';
import { isTrueAt, jsonObject, listAt, numberAt, textAt, valueAt } from '../../fields.ts';
import { pageOf } from './home.ts';
import { bodyAt, nameWithin, requiredText, titleAt } from './payload.ts';
import { type GithubReaders, HOUSEKEEPING, type Reading, toldBy } from './reader.ts';

/** The newest commits of a push; cards show fewer, and the address shows all. */
const MAX_COMMITS = 20;

export const codeReaders: GithubReaders = {
  push: {
    kindOf: pushKind,
    outcomes: { pushed: 'github.push', created: toldBy('create'), deleted: toldBy('delete') },
    otherwise: HOUSEKEEPING,
    read: readPush,
  },
  create: { otherwise: 'github.create', read: readRef },
  delete: {
    otherwise: 'github.delete',
    read: (payload) => ({ ...readRef(payload), data: { ...readRef(payload).data, url: undefined } }),
  },
  commit_comment: {
    outcomes: { created: 'github.commit_comment' },
    otherwise: HOUSEKEEPING,
    read: (payload) => {
      const commit = requiredText(payload, 'comment', 'commit_id');
      return {
        subject: commit,
        data: {
          commit,
          title: commit,
          text: bodyAt(payload, 'comment', 'body'),
          url: textAt(payload, 'comment', 'html_url'),
          path: textAt(payload, 'comment', 'path'),
          line: numberAt(payload, 'comment', 'line'),
        },
      };
    },
  },
};

/** A push without commits that makes or deletes a branch or tag says nothing that its own event does not. */
function pushKind(payload: unknown): string {
  if (isTrueAt(payload, 'deleted')) return 'deleted';
  return isTrueAt(payload, 'created') && listAt(payload, 'commits').length === 0 ? 'created' : 'pushed';
}

function readPush(payload: unknown): Reading {
  const ref = requiredText(payload, 'ref');
  const commits = listAt(payload, 'commits');
  const newest = valueAt(payload, 'head_commit') ?? commits.at(-1);
  return {
    subject: ref,
    data: {
      branch: nameWithin('refs/heads/', ref),
      tag: nameWithin('refs/tags/', ref),
      title: titleAt(newest, 'message'),
      url: textAt(payload, 'compare'),
      created: isTrueAt(payload, 'created'),
      forced: isTrueAt(payload, 'forced'),
      commitCount: commits.length,
      commits: commits.slice(-MAX_COMMITS).reverse().map(commit),
    },
  };
}

function commit(value: unknown): JsonObject {
  return jsonObject({
    id: textAt(value, 'id'),
    title: titleAt(value, 'message'),
    author: textAt(value, 'author', 'username') ?? textAt(value, 'author', 'name'),
    url: textAt(value, 'url'),
  });
}

/** A branch or tag that was created or deleted. */
function readRef(payload: unknown): Reading {
  const ref = requiredText(payload, 'ref');
  const isTag = textAt(payload, 'ref_type') === 'tag';
  return {
    subject: ref,
    data: {
      title: ref,
      branch: isTag ? undefined : ref,
      tag: isTag ? ref : undefined,
      url: pageOf(payload, 'tree', ref),
    },
  };
}
