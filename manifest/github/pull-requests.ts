import type { EventGroup } from '../connector.ts';
import { githubEventType } from './event-type.ts';

const PULL = ['branch', 'fromBranch', 'labels', 'author.login', 'draft'] as const;

export const pullRequestsGroup: EventGroup = {
  id: 'github-pull-requests',
  title: { en: 'GitHub: pull requests', fr: 'GitHub\u00a0: pull requests' },
  eventTypes: [
    githubEventType('github.pull_request.opened', {
      title: { en: 'Pull request opened', fr: 'Pull request ouverte' },
      description: {
        en: 'Somebody proposes changes, also as a draft.',
        fr: 'Quelqu’un propose des modifications, y compris en brouillon.',
      },
      suggested: true,
      fields: [...PULL],
    }),
    githubEventType('github.pull_request.ready_for_review', {
      title: { en: 'Pull request ready for review', fr: 'Pull request prête pour la revue' },
      description: {
        en: 'A draft is finished and waits for reviewers.',
        fr: 'Un brouillon est terminé et attend une revue.',
      },
      suggested: true,
      fields: [...PULL],
    }),
    githubEventType('github.pull_request.review_requested', {
      title: { en: 'Review requested', fr: 'Revue demandée' },
      description: {
        en: 'A person or team is asked to review a pull request.',
        fr: 'Une personne ou une équipe est invitée à relire une pull request.',
      },
      fields: [...PULL, 'reviewer'],
    }),
    githubEventType('github.pull_request.reviewed', {
      title: { en: 'Pull request reviewed', fr: 'Pull request relue' },
      description: {
        en: 'A review approves, requests changes, comments or is dismissed.',
        fr: 'Une revue approuve, demande des modifications, commente ou est écartée.',
      },
      fields: [...PULL, 'review'],
    }),
    githubEventType('github.pull_request.commented', {
      title: { en: 'Comment on a pull request', fr: 'Commentaire d’une pull request' },
      description: {
        en: 'Somebody commented on a pull request or on lines of it.',
        fr: 'Quelqu’un a commenté une pull request ou des lignes de celle-ci.',
      },
      fields: ['labels', 'author.login', 'path'],
    }),
    githubEventType('github.pull_request.merged', {
      title: { en: 'Pull request merged', fr: 'Pull request fusionnée' },
      description: {
        en: 'Proposed changes are now part of the branch.',
        fr: 'Les modifications proposées font maintenant partie de la branche.',
      },
      suggested: true,
      fields: [...PULL],
    }),
    githubEventType('github.pull_request.closed', {
      title: { en: 'Pull request closed', fr: 'Pull request fermée' },
      description: {
        en: 'A pull request was closed without merging it.',
        fr: 'Une pull request a été fermée sans être fusionnée.',
      },
      fields: [...PULL],
    }),
    githubEventType('github.pull_request.reopened', {
      title: { en: 'Pull request reopened', fr: 'Pull request rouverte' },
      description: {
        en: 'A closed pull request is open again.',
        fr: 'Une pull request fermée est de nouveau ouverte.',
      },
      fields: [...PULL],
    }),
    githubEventType('github.pull_request.converted_to_draft', {
      title: { en: 'Pull request made a draft', fr: 'Pull request remise en brouillon' },
      description: {
        en: 'A pull request is not ready for review after all.',
        fr: 'Une pull request n’est finalement pas prête pour la revue.',
      },
      fields: [...PULL],
    }),
    githubEventType('github.pull_request.assigned', {
      title: { en: 'Pull request assigned', fr: 'Pull request confiée' },
      description: {
        en: 'Somebody is to take care of a pull request.',
        fr: 'Quelqu’un est chargé d’une pull request.',
      },
      fields: [...PULL, 'assignee'],
    }),
  ],
};
