import type { EventGroup } from '../connector.ts';
import { githubEventType } from './event-type.ts';

const DISCUSSION = ['labels', 'author.login', 'category'] as const;

export const discussionsGroup: EventGroup = {
  id: 'github-discussions',
  title: { en: 'GitHub: discussions', fr: 'GitHub\u00a0: discussions' },
  eventTypes: [
    githubEventType('github.discussion.created', {
      title: { en: 'Discussion started', fr: 'Discussion lancée' },
      description: {
        en: 'Somebody asks or tells something in the discussions.',
        fr: 'Quelqu’un pose une question ou fait une annonce dans les discussions.',
      },
      fields: [...DISCUSSION],
    }),
    githubEventType('github.discussion.answered', {
      title: { en: 'Discussion answered', fr: 'Réponse à une discussion' },
      description: {
        en: 'A comment was chosen as the answer to a question.',
        fr: 'Un commentaire a été choisi comme réponse à une question.',
      },
      fields: [...DISCUSSION],
    }),
    githubEventType('github.discussion.commented', {
      title: { en: 'Comment on a discussion', fr: 'Commentaire d’une discussion' },
      description: {
        en: 'Somebody commented on a discussion.',
        fr: 'Quelqu’un a commenté une discussion.',
      },
      fields: [...DISCUSSION],
    }),
  ],
};
