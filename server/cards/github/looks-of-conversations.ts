import { textAt } from '../../events/fields.ts';
import type { FactName } from '../locales/github/words.ts';
import { fieldAsVariant, type Look, severityBy } from './look.ts';
import { selfAssigned } from './looks-of-pull-requests.ts';
import { description } from './texts.ts';

const FACTS: readonly FactName[] = ['author', 'assignees', 'milestone', 'labels'];
const DISCUSSED: readonly FactName[] = ['category', 'author', 'labels'];

/** Issues, what they are planned with, and discussions. */
export const conversationLooks = {
  'github.issues.opened': { view: 'issue', facts: FACTS, text: description },
  'github.issues.assigned': { view: 'issue', facts: FACTS, variantOf: selfAssigned },
  'github.issues.commented': { view: 'comment', facts: ['author', 'labels'], text: description },
  // Whoever reads that it is closed has no need of what it asked for.
  'github.issues.closed': {
    variantOf: fieldAsVariant('stateReason'),
    severity: (data) =>
      ['not_planned', 'duplicate'].includes(textAt(data, 'stateReason') ?? '') ? 'info' : 'success',
    view: 'issue',
    facts: FACTS,
  },
  'github.issues.reopened': { severity: 'warning', view: 'issue', facts: FACTS, text: description },
  'github.issues.removed': { view: 'issue', facts: FACTS },
  'github.milestone': {
    severity: severityBy('action', { closed: 'success' }),
    view: 'milestone',
    facts: ['due'],
    text: description,
  },
  'github.project': {
    severity: severityBy('action', { closed: 'success' }),
    view: 'project',
    text: description,
  },
  'github.discussion.created': { view: 'discussion', facts: DISCUSSED, text: description },
  'github.discussion.answered': {
    severity: 'success',
    view: 'discussion',
    facts: DISCUSSED,
    text: description,
  },
  'github.discussion.commented': { view: 'comment', facts: DISCUSSED, text: description },
} satisfies Record<string, Look>;
