import type { JsonObject } from '../../event.ts';

/** What GitHub would send, trimmed to what is read of it. */
export interface SampleCall {
  /** The header `X-GitHub-Event`. */
  name: string;
  payload: JsonObject;
}

export const REPOSITORY = 'https://github.com/lighthouse/lamp-control';

export const account = (login: string, type = 'User'): JsonObject => ({
  login,
  html_url: `https://github.com/${login}`,
  avatar_url: `https://avatars.githubusercontent.com/${login}`,
  type,
});

export const ADA = account('ada-marsh');
export const LOUIS = account('louis-perrin');

const common: JsonObject = {
  repository: { full_name: 'lighthouse/lamp-control', name: 'lamp-control', html_url: REPOSITORY },
  organization: { login: 'lighthouse' },
  sender: ADA,
};

export function call(name: string, payload: JsonObject): SampleCall {
  return { name, payload: { ...common, ...payload } };
}

/** The newest commit of all of them. */
export const HEAD = 'b81d7e3c5a2f90464f0c2b9a7d6e18355a2f9046';

export const issue = (change: JsonObject = {}): JsonObject => ({
  number: 214,
  title: 'The lamp turns off at *low* tide',
  body: 'Seen on three nights:\n\n- 2026-11-03\n- 2026-11-04\n- 2026-11-09\n\nThe **tide gauge** reads `-1` then.',
  html_url: `${REPOSITORY}/issues/214`,
  state: 'open',
  user: LOUIS,
  labels: [{ name: 'bug' }, { name: 'tide gauge' }],
  assignees: [ADA],
  milestone: { title: 'Winter' },
  ...change,
});

export const pullRequest = (change: JsonObject = {}): JsonObject => ({
  number: 217,
  title: 'Ignore a gauge that reads below zero',
  body: 'A reading of `-1` means *no reading*. Closes #214.',
  html_url: `${REPOSITORY}/pull/217`,
  state: 'open',
  user: LOUIS,
  base: { ref: 'main' },
  head: { ref: 'gauge-below-zero', sha: HEAD },
  labels: [{ name: 'bug' }],
  draft: false,
  merged: false,
  additions: 48,
  deletions: 7,
  changed_files: 3,
  ...change,
});

export const comment = (body: string, url: string): JsonObject => ({ body, html_url: url, user: ADA });
