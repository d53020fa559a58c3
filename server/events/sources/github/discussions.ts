import { textAt } from '../../fields.ts';
import { bodyAt, commentOf, threadOf } from './payload.ts';
import { type GithubReaders, HOUSEKEEPING, type Reading } from './reader.ts';

export const discussionReaders: GithubReaders = {
  discussion: {
    outcomes: { created: 'github.discussion.created', answered: 'github.discussion.answered' },
    otherwise: HOUSEKEEPING,
    read: (payload) =>
      textAt(payload, 'action') === 'answered'
        ? readDiscussion(payload, {
            text: bodyAt(payload, 'answer', 'body'),
            url: textAt(payload, 'answer', 'html_url') ?? textAt(payload, 'discussion', 'html_url'),
          })
        : readDiscussion(payload),
  },
  discussion_comment: {
    outcomes: { created: 'github.discussion.commented' },
    otherwise: HOUSEKEEPING,
    read: (payload) => readDiscussion(payload, commentOf(payload)),
  },
};

function readDiscussion(payload: unknown, more: Reading['data'] = {}): Reading {
  const { subject, data } = threadOf(payload, 'discussion');
  return { subject, data: { ...data, category: textAt(payload, 'discussion', 'category', 'name'), ...more } };
}
