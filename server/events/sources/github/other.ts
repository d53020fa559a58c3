import { type GithubReaders, HOUSEKEEPING, nothing } from './reader.ts';

const APPS = nothing('It is between GitHub and the makers of an app.');
const SERVERS = nothing('It is for whoever runs the GitHub Enterprise Server.');
const NO_NAMES = nothing('GitHub’s call names neither what moved nor its project.');

/** Events that no channel needs, whatever their action. */
export const otherReaders: GithubReaders = {
  ping: { otherwise: nothing('Hello GitHub! The webhook is set up; events will come from here on.') },
  label: { otherwise: HOUSEKEEPING },
  project_card: { otherwise: NO_NAMES },
  project_column: { otherwise: HOUSEKEEPING },
  projects_v2_item: { otherwise: NO_NAMES },
  projects_v2_status_update: { otherwise: NO_NAMES },
  content_reference: { otherwise: APPS },
  github_app_authorization: { otherwise: APPS },
  installation: { otherwise: APPS },
  installation_repositories: { otherwise: APPS },
  installation_target: { otherwise: APPS },
  marketplace_purchase: { otherwise: APPS },
  cache_sync: { otherwise: SERVERS },
  enterprise: { otherwise: SERVERS },
  user: { otherwise: SERVERS },
};
