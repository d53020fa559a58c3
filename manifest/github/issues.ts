import type { EventGroup } from '../connector.ts';
import { githubEventType } from './event-type.ts';

const ISSUE = ['labels', 'author.login', 'assignees', 'milestone'] as const;

export const issuesGroup: EventGroup = {
  id: 'github-issues',
  title: { en: 'GitHub: issues', fr: 'GitHub\u00a0: tickets' },
  eventTypes: [
    githubEventType('github.issues.opened', {
      title: { en: 'Issue opened', fr: 'Ticket ouvert' },
      description: {
        en: 'Somebody reports a problem or asks for something.',
        fr: 'Quelqu’un signale un problème ou demande quelque chose.',
      },
      suggested: true,
      fields: [...ISSUE],
    }),
    githubEventType('github.issues.assigned', {
      title: { en: 'Issue assigned', fr: 'Ticket confié' },
      description: {
        en: 'Somebody is to take care of an issue.',
        fr: 'Quelqu’un est chargé d’un ticket.',
      },
      fields: [...ISSUE, 'assignee'],
    }),
    githubEventType('github.issues.commented', {
      title: { en: 'Comment on an issue', fr: 'Commentaire d’un ticket' },
      description: {
        en: 'Somebody commented on an issue.',
        fr: 'Quelqu’un a commenté un ticket.',
      },
      fields: [...ISSUE],
    }),
    githubEventType('github.issues.closed', {
      title: { en: 'Issue closed', fr: 'Ticket fermé' },
      description: {
        en: 'An issue is done, or will not be done.',
        fr: 'Un ticket est terminé, ou ne sera pas traité.',
      },
      fields: [...ISSUE, 'stateReason'],
    }),
    githubEventType('github.issues.reopened', {
      title: { en: 'Issue reopened', fr: 'Ticket rouvert' },
      description: {
        en: 'A closed issue is open again.',
        fr: 'Un ticket fermé est de nouveau ouvert.',
      },
      fields: [...ISSUE],
    }),
    githubEventType('github.issues.removed', {
      title: { en: 'Issue deleted or transferred', fr: 'Ticket supprimé ou transféré' },
      description: {
        en: 'An issue is gone, or is in another repository now.',
        fr: 'Un ticket a disparu, ou se trouve maintenant dans un autre dépôt.',
      },
      fields: [...ISSUE],
    }),
    githubEventType('github.milestone', {
      title: { en: 'Milestone', fr: 'Jalon' },
      description: {
        en: 'A milestone was created, closed, reopened or deleted.',
        fr: 'Un jalon a été créé, clos, rouvert ou supprimé.',
      },
    }),
    githubEventType('github.project', {
      title: { en: 'Project', fr: 'Projet' },
      description: {
        en: 'A project was created, closed, reopened or deleted.',
        fr: 'Un projet a été créé, clos, rouvert ou supprimé.',
      },
    }),
  ],
};
