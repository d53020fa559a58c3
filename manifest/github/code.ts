import type { EventGroup } from '../connector.ts';
import { githubEventType } from './event-type.ts';

export const codeGroup: EventGroup = {
  id: 'github-code',
  title: { en: 'GitHub: code', fr: 'GitHub\u00a0: code' },
  eventTypes: [
    githubEventType('github.push', {
      title: { en: 'Push', fr: 'Push' },
      description: {
        en: 'Somebody pushed commits to a branch, or moved a tag.',
        fr: 'Quelqu’un a poussé des commits sur une branche, ou déplacé un tag.',
      },
      fields: ['branch', 'forced'],
    }),
    githubEventType('github.create', {
      title: { en: 'Branch or tag created', fr: 'Branche ou tag créé' },
      description: {
        en: 'A new branch or tag is in the repository.',
        fr: 'Une nouvelle branche ou un nouveau tag est dans le dépôt.',
      },
      fields: ['branch', 'tag'],
    }),
    githubEventType('github.delete', {
      title: { en: 'Branch or tag deleted', fr: 'Branche ou tag supprimé' },
      description: {
        en: 'A branch or tag is gone, for example after a merge.',
        fr: 'Une branche ou un tag a disparu, par exemple après une fusion.',
      },
      fields: ['branch', 'tag'],
    }),
    githubEventType('github.commit_comment', {
      title: { en: 'Comment on a commit', fr: 'Commentaire d’un commit' },
      description: {
        en: 'Somebody commented on a commit outside a pull request.',
        fr: 'Quelqu’un a commenté un commit hors d’une pull request.',
      },
      fields: ['path'],
    }),
  ],
};
