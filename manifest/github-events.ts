import type { EventGroup } from './connector.ts';

/** The event types that the GitHub source makes, grouped and named as GitHub's users know them. */
export const githubEventGroups: EventGroup[] = [
  {
    id: 'github-code',
    title: { en: 'GitHub code and releases', fr: 'GitHub – code et versions' },
    eventTypes: [
      {
        type: 'github.push',
        title: { en: 'Push', fr: 'Push' },
        description: {
          en: 'Somebody pushed commits to a branch, or a new branch or tag.',
          fr: 'Quelqu’un a poussé des commits sur une branche, ou une nouvelle branche ou un tag.',
        },
        suggested: false,
      },
      {
        type: 'github.release.published',
        title: { en: 'Release published', fr: 'Version publiée' },
        description: {
          en: 'A release or pre-release can be downloaded.',
          fr: 'Une version ou une préversion peut être téléchargée.',
        },
        suggested: true,
      },
    ],
  },
  {
    id: 'github-pull-requests',
    title: { en: 'GitHub pull requests', fr: 'GitHub – pull requests' },
    eventTypes: [
      {
        type: 'github.pull_request.opened',
        title: { en: 'Pull request opened', fr: 'Pull request ouverte' },
        description: {
          en: 'Somebody proposes changes, also as a draft.',
          fr: 'Quelqu’un propose des modifications, y compris en brouillon.',
        },
        suggested: true,
      },
      {
        type: 'github.pull_request.ready_for_review',
        title: { en: 'Pull request ready for review', fr: 'Pull request prête pour la revue' },
        description: {
          en: 'A draft is finished and waits for reviewers.',
          fr: 'Un brouillon est terminé et attend une revue.',
        },
        suggested: true,
      },
      {
        type: 'github.pull_request.merged',
        title: { en: 'Pull request merged', fr: 'Pull request fusionnée' },
        description: {
          en: 'Proposed changes are now part of the branch.',
          fr: 'Les modifications proposées font maintenant partie de la branche.',
        },
        suggested: true,
      },
      {
        type: 'github.pull_request.closed',
        title: { en: 'Pull request closed', fr: 'Pull request fermée' },
        description: {
          en: 'A pull request was closed without merging it.',
          fr: 'Une pull request a été fermée sans être fusionnée.',
        },
        suggested: false,
      },
      {
        type: 'github.pull_request.reopened',
        title: { en: 'Pull request reopened', fr: 'Pull request rouverte' },
        description: {
          en: 'A closed pull request is open again.',
          fr: 'Une pull request fermée est de nouveau ouverte.',
        },
        suggested: false,
      },
    ],
  },
  {
    id: 'github-issues',
    title: { en: 'GitHub issues', fr: 'GitHub – tickets' },
    eventTypes: [
      {
        type: 'github.issues.opened',
        title: { en: 'Issue opened', fr: 'Ticket ouvert' },
        description: {
          en: 'Somebody reports a problem or asks for something.',
          fr: 'Quelqu’un signale un problème ou demande quelque chose.',
        },
        suggested: true,
      },
      {
        type: 'github.issues.closed',
        title: { en: 'Issue closed', fr: 'Ticket fermé' },
        description: {
          en: 'An issue is done, or will not be done.',
          fr: 'Un ticket est terminé, ou ne sera pas traité.',
        },
        suggested: false,
      },
      {
        type: 'github.issues.reopened',
        title: { en: 'Issue reopened', fr: 'Ticket rouvert' },
        description: {
          en: 'A closed issue is open again.',
          fr: 'Un ticket fermé est de nouveau ouvert.',
        },
        suggested: false,
      },
    ],
  },
  {
    id: 'github-actions',
    title: { en: 'GitHub Actions', fr: 'GitHub Actions' },
    eventTypes: [
      {
        type: 'github.workflow_run.failed',
        title: { en: 'Workflow run failed', fr: 'Exécution de workflow échouée' },
        description: {
          en: 'A run failed, timed out, could not start or waits for approval.',
          fr: 'Une exécution a échoué, a pris trop de temps, n’a pas pu démarrer ou attend une approbation.',
        },
        suggested: true,
      },
      {
        type: 'github.workflow_run.succeeded',
        title: { en: 'Workflow run succeeded', fr: 'Exécution de workflow réussie' },
        description: {
          en: 'A run ended well.',
          fr: 'Une exécution s’est bien terminée.',
        },
        suggested: false,
      },
    ],
  },
];
