import type { TestResult } from '../../../server/configurations/test-schema.ts';
import type { Words } from '../locales/en.ts';
import type { TestWords } from './locales/en.ts';

/** What an answer that is no success comes to. */
export type TestMeaning = 'removed' | 'closed' | 'off' | 'card' | 'busy' | 'trouble' | 'unclear';

/** A test's outcome for people. */
export interface Told {
  good: boolean;
  what: string;
  /** What may help. */
  todo?: string;
}

/** Tells what came of a test card, with the destination's own words, and what to do when it did not arrive. */
export function tellTest(result: TestResult, test: TestWords, { channel }: Words): Told {
  const { verdict, noAnswer } = result;
  if (verdict === 'posted' || verdict === 'accepted') return { good: true, what: test[verdict] };
  if (noAnswer !== undefined) {
    return { good: false, what: test.noAnswer(channel.noAnswers[noAnswer]), todo: test.todo.wait };
  }
  const meaning = meaningOf(result);
  const quoted = isSaying(result.words) ? test.quoted(result.words.replace(/[\s.]+$/, '')) : '';
  const what = `${test.answered(errorStatus(result), test.meanings[meaning])} ${quoted}`.trim();
  return { good: false, what, todo: test.todo[cureOf(meaning, result)] };
}

/** Where an answer has no text, its words are only the number that is told already. */
function isSaying(words: string | undefined): words is string {
  return words !== undefined && !/^(?:HTTP \d+)?$/.test(words);
}

function meaningOf({ verdict, status = 0 }: TestResult): TestMeaning {
  if (verdict === 'card_wrong') return 'card';
  if (verdict === 'dead') return DEAD.get(status) ?? (isError(status) ? 'off' : 'removed');
  if (status === 429) return 'busy';
  return isError(status) ? 'trouble' : 'unclear';
}

const DEAD: ReadonlyMap<number, TestMeaning> = new Map([
  [401, 'closed'],
  [403, 'closed'],
  [404, 'removed'],
  [410, 'removed'],
]);

function cureOf(meaning: TestMeaning, { destination, verdict }: TestResult): keyof TestWords['todo'] {
  if (verdict === 'try_again') return 'wait';
  if (destination.kind === 'connector') return 'retired';
  if (meaning === 'closed') return 'openWorkflow';
  if (meaning === 'off') return 'switchOn';
  return meaning === 'card' ? 'rightWorkflow' : 'newWorkflow';
}

function errorStatus({ status }: TestResult): number | undefined {
  return status !== undefined && isError(status) ? status : undefined;
}

function isError(status: number): boolean {
  return status >= 400;
}
