import type { EventGroup } from './connector.ts';
import { buildsGroup } from './github/builds.ts';
import { codeGroup } from './github/code.ts';
import { discussionsGroup } from './github/discussions.ts';
import { issuesGroup } from './github/issues.ts';
import { pullRequestsGroup } from './github/pull-requests.ts';
import { releasesGroup } from './github/releases.ts';
import { repositoriesGroup } from './github/repositories.ts';
import { securityGroup } from './github/security.ts';

/** The event types that the GitHub source makes, grouped and named as GitHub's users know them. */
export const githubEventGroups: EventGroup[] = [
  codeGroup,
  pullRequestsGroup,
  issuesGroup,
  discussionsGroup,
  releasesGroup,
  buildsGroup,
  securityGroup,
  repositoriesGroup,
];
