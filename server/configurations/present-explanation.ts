import { explain, type StoryFacts } from './explain.ts';
import type { Explanation } from './explain-schema.ts';
import { wordsOf } from './explain-words.ts';

/** The story of an event as its reader gets it: codes and facts for programs, words for people. */
export function presentExplanation(facts: StoryFacts): Explanation {
  const { delivery } = facts;
  return {
    ...(delivery && { delivery: { id: String(delivery.id), state: delivery.state } }),
    steps: explain(facts).map((step) => ({
      code: step.code,
      ...(step.at && { at: step.at.toISOString() }),
      facts: step.facts,
      text: wordsOf(step),
    })),
  };
}
