import { buildReaders } from './builds.ts';
import { codeReaders } from './code.ts';
import { deploymentReaders } from './deployments.ts';
import { discussionReaders } from './discussions.ts';
import { issueReaders } from './issues.ts';
import { otherReaders } from './other.ts';
import { peopleReaders } from './people.ts';
import { pullRequestReaders } from './pull-requests.ts';
import type { GithubReaders } from './reader.ts';
import { releaseReaders } from './releases.ts';
import { repositoryReaders } from './repositories.ts';
import { securityReaders } from './security.ts';

/** What becomes of every event that GitHub is known to send; docs/github.md shows it as a table. */
export const GITHUB_READERS: GithubReaders = {
  ...codeReaders,
  ...pullRequestReaders,
  ...issueReaders,
  ...discussionReaders,
  ...releaseReaders,
  ...buildReaders,
  ...deploymentReaders,
  ...securityReaders,
  ...repositoryReaders,
  ...peopleReaders,
  ...otherReaders,
};
