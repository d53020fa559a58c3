import type { JsonObject } from '../../events/event.ts';
import { isTrueAt, textAt } from '../../events/fields.ts';
import type { FactName } from '../locales/github/words.ts';
import { fieldAsVariant, type Look, severityBy } from './look.ts';
import { description } from './texts.ts';

const FACTS: readonly FactName[] = ['branches', 'change', 'author', 'labels'];

/** Of one that is looked at anew: what it proposes. */
const PROPOSED = { view: 'pullRequest', facts: FACTS, text: description } as const;
/** Of one that its readers know already. */
const KNOWN = { view: 'pullRequest', facts: FACTS } as const;

export const pullRequestLooks = {
  'github.pull_request.opened': {
    ...PROPOSED,
    variantOf: (data) => (isTrueAt(data, 'draft') ? 'draft' : undefined),
  },
  'github.pull_request.ready_for_review': PROPOSED,
  'github.pull_request.converted_to_draft': KNOWN,
  'github.pull_request.review_requested': KNOWN,
  'github.pull_request.assigned': { ...KNOWN, variantOf: selfAssigned },
  'github.pull_request.reviewed': {
    variantOf: fieldAsVariant('review'),
    severity: severityBy('review', { approved: 'success', changes_requested: 'warning' }),
    view: 'review',
    facts: ['branches', 'author', 'labels'],
    text: description,
  },
  'github.pull_request.commented': {
    view: 'comment',
    facts: ['file', 'author', 'labels'],
    text: description,
  },
  'github.pull_request.merged': { ...KNOWN, severity: 'success' },
  'github.pull_request.closed': KNOWN,
  'github.pull_request.reopened': PROPOSED,
} satisfies Record<string, Look>;

/** Whether people assign themselves, which reads otherwise. */
export function selfAssigned(data: JsonObject): string | undefined {
  const assignee = textAt(data, 'assignee');
  return assignee !== undefined && assignee === textAt(data, 'actor', 'login') ? 'self' : undefined;
}
