import { isGone } from '../shared/api-error.ts';
import { type Explanation, explain } from '../shared/explain.ts';
import type { Language } from '../shared/language.ts';
import type { Words } from '../shared/locales/en.ts';
import { CardNotTaken } from '../shared/test-card/card-not-taken.ts';
import { ChangedByOthers } from './conflict/conflict.ts';

/**
 * A save that did not go through: why, and whether everything is as it was before (`unchanged`) or cannot
 * be known (`uncertain`).
 */
export class SaveFailure extends Error {
  override readonly cause: unknown;
  readonly aftermath: 'unchanged' | 'uncertain';

  constructor(cause: unknown, aftermath: 'unchanged' | 'uncertain') {
    super('The save did not go through');
    this.name = 'SaveFailure';
    this.cause = cause;
    this.aftermath = aftermath;
  }
}

/** What happened, what is stored now and what to do, as the page and the host show it. */
export async function wordsOfFailure(
  failure: SaveFailure,
  editing: boolean,
  words: Words,
  language: Language,
): Promise<string> {
  const { cause, aftermath } = failure;
  const { config } = words;
  const { what, todo } =
    cause instanceof CardNotTaken ? await tellNotTaken(cause, words, language) : explain(cause, words);
  if (cause instanceof ChangedByOthers) return config.changedByOthers(cause.theirs.updatedByName);
  if (isGone(cause)) return `${what} ${config.pressSaveAnew}`;
  const unchanged = editing ? config.unchangedEdit : config.unchangedNew;
  return [what, aftermath === 'unchanged' ? unchanged : config.uncertain, todo ?? config.pressSave].join(' ');
}

/** Hardly any save needs these words, so they come then. Fails open: without them the save is told to have failed. */
async function tellNotTaken(
  { result }: CardNotTaken,
  words: Words,
  language: Language,
): Promise<Explanation> {
  try {
    const { tellTestIn } = await import('../shared/test-card/tell-test-in.ts');
    return tellTestIn(language, result, words);
  } catch (error) {
    return explain(error, words);
  }
}
