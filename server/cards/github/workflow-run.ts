import type { Event } from '../../events/event.ts';
import { numberAt, textAt } from '../../events/fields.ts';
import type { Card, Fact } from '../card.ts';
import { wordsIn } from '../locales/in-language.ts';
import type { CardWords } from '../locales/words.ts';
import type { CardContext } from '../template.ts';
import { fact, githubCard, SHORT_ID_LENGTH, wordAt } from './github-card.ts';

/** "CI failed on main", with the commit that it ran for. */
export function workflowRunCard(event: Event, context: CardContext): Card {
  const words = wordsIn(context.language);
  const { verb, severity } = outcomeOf(textAt(event.data, 'conclusion'));
  const commit = textAt(event.data, 'commit')?.slice(0, SHORT_ID_LENGTH);
  const branch = textAt(event.data, 'branch') ?? commit ?? '…';
  return githubCard(event, context, {
    sentence: (put) => words.workflowRun[verb](put(wordAt(event, 'workflow')), put(branch)),
    view: words.workflowRun.view,
    severity,
    facts: [
      ...fact(words.workflowRun.commit, commitWords(commit, textAt(event.data, 'title'))),
      ...fact(words.workflowRun.trigger, textAt(event.data, 'trigger')),
      ...attemptFact(words, event),
    ],
  });
}

type Verb = 'succeeded' | 'failed' | 'timedOut' | 'notStarted' | 'waiting';

/** GitHub's conclusions; one that it adds later reads as a failure. */
function outcomeOf(conclusion: string | undefined): { verb: Verb; severity: Card['severity'] } {
  switch (conclusion) {
    case 'success':
      return { verb: 'succeeded', severity: 'success' };
    case 'timed_out':
      return { verb: 'timedOut', severity: 'error' };
    case 'startup_failure':
      return { verb: 'notStarted', severity: 'error' };
    case 'action_required':
      return { verb: 'waiting', severity: 'warning' };
    default:
      return { verb: 'failed', severity: 'error' };
  }
}

function commitWords(id: string | undefined, title: string | undefined): string | undefined {
  return [id, title].filter((part) => part !== undefined).join(' ') || undefined;
}

/** The first attempt is no news. */
function attemptFact(words: CardWords, { data }: Event): Fact[] {
  const attempt = numberAt(data, 'attempt') ?? 1;
  return attempt > 1 ? fact(words.workflowRun.attempt, String(attempt)) : [];
}
