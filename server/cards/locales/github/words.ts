import type { GithubEventType } from '../../../events/sources/github/event-types.ts';

/**
 * The sentences of one event type: by its variant, which is GitHub's action where its look says nothing
 * else; `other` serves for all that are not named. `{field}` stands for a field of the event's data,
 * `{actor}` for who did it; server/cards/github/values.ts lists those that are read in a way of their own.
 */
export type Sentences = { other: string } & Readonly<Record<string, string>>;

/** The buttons, by what they open. */
export type View =
  | 'advisory'
  | 'alert'
  | 'build'
  | 'changes'
  | 'code'
  | 'comment'
  | 'deployment'
  | 'discussion'
  | 'issue'
  | 'milestone'
  | 'organization'
  | 'page'
  | 'project'
  | 'pullRequest'
  | 'release'
  | 'repository'
  | 'review'
  | 'run'
  | 'settings'
  | 'package'
  | 'profile'
  | 'team';

/** The facts, by the name that values.ts reads them under. */
export type FactName =
  | 'access'
  | 'advisory'
  | 'assignees'
  | 'attempt'
  | 'author'
  | 'branch'
  | 'branches'
  | 'category'
  | 'change'
  | 'changes'
  | 'commit'
  | 'commitId'
  | 'due'
  | 'file'
  | 'fixedIn'
  | 'labels'
  | 'milestone'
  | 'packages'
  | 'packageType'
  | 'path'
  | 'permission'
  | 'resolution'
  | 'reviewers'
  | 'severity'
  | 'tag'
  | 'tier'
  | 'tool'
  | 'trigger';

/** What cards say of GitHub's events in one language. */
export interface GithubWords {
  sentences: Readonly<Record<GithubEventType, Sentences>>;
  views: Readonly<Record<View, string>>;
  facts: Readonly<Record<FactName, string>>;
  /** GitHub's own words where they stand in a fact: severities, permissions. Others stay as they are. */
  terms: Readonly<Record<string, string>>;
  commits(count: number): string;
  pages(count: number): string;
  changedFiles(additions: number, deletions: number, files: number): string;
}
