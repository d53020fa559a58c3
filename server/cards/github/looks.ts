import type { GithubEventType } from '../../events/sources/github/event-types.ts';
import type { Look } from './look.ts';
import { buildLooks } from './looks-of-builds.ts';
import { codeLooks } from './looks-of-code.ts';
import { conversationLooks } from './looks-of-conversations.ts';
import { pullRequestLooks } from './looks-of-pull-requests.ts';
import { repositoryLooks } from './looks-of-repositories.ts';
import { securityLooks } from './looks-of-security.ts';

/** How the card of each of GitHub's event types looks. */
export const LOOKS: Readonly<Record<GithubEventType, Look>> = {
  ...codeLooks,
  ...pullRequestLooks,
  ...conversationLooks,
  ...buildLooks,
  ...securityLooks,
  ...repositoryLooks,
};
