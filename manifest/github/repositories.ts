import type { EventGroup } from '../connector.ts';
import { githubEventType } from './event-type.ts';

export const repositoriesGroup: EventGroup = {
  id: 'github-repositories',
  title: { en: 'GitHub: repository and people', fr: 'GitHub\u00a0: dépôt et personnes' },
  eventTypes: [
    githubEventType('github.repository', {
      title: { en: 'Repository', fr: 'Dépôt' },
      description: {
        en: 'A repository was created, archived, renamed, transferred, made public or private, or deleted.',
        fr: 'Un dépôt a été créé, archivé, renommé, transféré, rendu public ou privé, ou supprimé.',
      },
    }),
    githubEventType('github.fork', {
      title: { en: 'Fork', fr: 'Fork' },
      description: {
        en: 'Somebody forked the repository.',
        fr: 'Quelqu’un a créé un fork du dépôt.',
      },
    }),
    githubEventType('github.star', {
      title: { en: 'Star', fr: 'Étoile' },
      description: {
        en: 'Somebody starred the repository.',
        fr: 'Quelqu’un a ajouté une étoile au dépôt.',
      },
    }),
    githubEventType('github.wiki', {
      title: { en: 'Wiki', fr: 'Wiki' },
      description: {
        en: 'Somebody created or edited pages of the wiki.',
        fr: 'Quelqu’un a créé ou modifié des pages du wiki.',
      },
    }),
    githubEventType('github.member', {
      title: { en: 'Collaborators', fr: 'Collaborateurs' },
      description: {
        en: 'Somebody was added to the repository or removed, or may do more or less.',
        fr: 'Quelqu’un a été ajouté au dépôt ou retiré, ou a d’autres droits.',
      },
      fields: ['member'],
    }),
    githubEventType('github.team', {
      title: { en: 'Teams', fr: 'Équipes' },
      description: {
        en: 'A team was created or deleted, gained or lost a member or access.',
        fr: 'Une équipe a été créée ou supprimée, a gagné ou perdu un membre ou un accès.',
      },
      fields: ['team', 'member'],
    }),
    githubEventType('github.organization', {
      title: { en: 'Organization', fr: 'Organisation' },
      description: {
        en: 'Somebody was invited, joined or left, or the organization was renamed.',
        fr: 'Quelqu’un a été invité, a rejoint ou quitté l’organisation, ou elle a été renommée.',
      },
      fields: ['member'],
    }),
    githubEventType('github.sponsorship', {
      title: { en: 'Sponsorship', fr: 'Parrainage' },
      description: {
        en: 'Somebody began, changed or ended a public sponsorship.',
        fr: 'Quelqu’un a commencé, modifié ou terminé un parrainage public.',
      },
    }),
    githubEventType('github.webhook.deleted', {
      title: { en: 'Webhook deleted', fr: 'Webhook supprimé' },
      description: {
        en: 'GitHub will send no more events from here.',
        fr: 'GitHub n’enverra plus d’événements d’ici.',
      },
      suggested: true,
    }),
  ],
};
