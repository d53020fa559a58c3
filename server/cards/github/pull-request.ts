import type { Event } from '../../events/event.ts';
import { isTrueAt, numberAt, textAt } from '../../events/fields.ts';
import type { Card, Fact } from '../card.ts';
import { wordsIn } from '../locales/in-language.ts';
import type { CardWords } from '../locales/words.ts';
import type { CardTemplate } from '../template.ts';
import { authorFact, description, fact, githubCard, namesFact, numberOf, wordAt } from './github-card.ts';

type Verb = 'opened' | 'openedDraft' | 'closed' | 'merged' | 'reopened' | 'ready';

/** "Octocat opened pull request #12: Fix the door", with its branches, size and labels. */
function pullRequestCard(verbOf: (event: Event) => Verb, severity: Card['severity'] = 'info'): CardTemplate {
  return (event, context) => {
    const words = wordsIn(context.language);
    const verb = verbOf(event);
    return githubCard(event, context, {
      sentence: (put, actor) => words.pullRequest[verb](actor, numberOf(event), put(wordAt(event, 'title'))),
      view: words.pullRequest.view,
      severity,
      facts: [
        ...branchesFact(words, event),
        ...changesFact(words, event),
        ...authorFact(words, event),
        ...namesFact(words.labels, event, 'labels'),
      ],
      // Once it is merged or closed, its description is old news.
      text: verb === 'merged' || verb === 'closed' ? undefined : description(event),
    });
  };
}

function branchesFact(words: CardWords, { data }: Event): Fact[] {
  const from = textAt(data, 'fromBranch');
  const into = textAt(data, 'branch');
  return from === undefined || into === undefined
    ? []
    : fact(words.pullRequest.branches, `${from} → ${into}`);
}

function changesFact(words: CardWords, { data }: Event): Fact[] {
  const additions = numberAt(data, 'additions');
  const deletions = numberAt(data, 'deletions');
  const files = numberAt(data, 'changedFiles');
  if (additions === undefined || deletions === undefined || files === undefined) return [];
  return fact(words.pullRequest.changes, words.pullRequest.changedFiles(additions, deletions, files));
}

export const pullRequestOpened = pullRequestCard(({ data }) =>
  isTrueAt(data, 'draft') ? 'openedDraft' : 'opened',
);
export const pullRequestClosed = pullRequestCard(() => 'closed');
export const pullRequestMerged = pullRequestCard(() => 'merged', 'success');
export const pullRequestReopened = pullRequestCard(() => 'reopened');
export const pullRequestReady = pullRequestCard(() => 'ready');
