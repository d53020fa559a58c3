import type { Event } from '../../events/event.ts';
import { textAt } from '../../events/fields.ts';
import type { Card } from '../card.ts';
import { wordsIn } from '../locales/in-language.ts';
import type { CardTemplate } from '../template.ts';
import { authorFact, description, fact, githubCard, namesFact, numberOf, wordAt } from './github-card.ts';

type Verb = 'opened' | 'closed' | 'closedNotPlanned' | 'reopened';

/** "Octocat opened issue #7: The door squeaks", with assignees, milestone and labels. */
function issueCard(verbOf: (event: Event) => Verb, severity: Card['severity'] = 'info'): CardTemplate {
  return (event, context) => {
    const words = wordsIn(context.language);
    const verb = verbOf(event);
    return githubCard(event, context, {
      sentence: (put, actor) => words.issue[verb](actor, numberOf(event), put(wordAt(event, 'title'))),
      view: words.issue.view,
      severity: verb === 'closedNotPlanned' ? 'info' : severity,
      facts: [
        ...authorFact(words, event),
        ...namesFact(words.issue.assignees, event, 'assignees'),
        ...fact(words.issue.milestone, textAt(event.data, 'milestone')),
        ...namesFact(words.labels, event, 'labels'),
      ],
      // Whoever reads that it is closed has no need of what it asked for.
      text: verb === 'opened' || verb === 'reopened' ? description(event) : undefined,
    });
  };
}

export const issueOpened = issueCard(() => 'opened');
export const issueClosed = issueCard(
  ({ data }) => (textAt(data, 'stateReason') === 'not_planned' ? 'closedNotPlanned' : 'closed'),
  'success',
);
export const issueReopened = issueCard(() => 'reopened', 'warning');
