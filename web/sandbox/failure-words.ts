import { ApiError } from './api.ts';
import type { RemoveOutcome, SaveOutcome } from './judge.ts';
import type { Words } from './locales/en.ts';

/** Why a request to the server did not work. */
export function requestFailureWords(words: Words, error: unknown): string {
  return error instanceof ApiError && error.detail ? words.refused(error.detail) : words.serverSilent;
}

/** Why a page did not save. */
export function saveFailureWords(words: Words, outcome: Extract<SaveOutcome, { kind: 'failed' }>): string {
  const { saveFailures } = words;
  if (outcome.cause === 'page') {
    return outcome.reason ? saveFailures.words(outcome.reason) : saveFailures.noWords;
  }
  return outcome.cause === 'late' ? saveFailures.late : saveFailures.noSettings;
}

/** What there is to say of a page that was removed all the same, or nothing when all went well. */
export function complaintWords(
  words: Words,
  { complaint }: Extract<RemoveOutcome, { kind: 'removed' }>,
): string | undefined {
  const { removeFailures } = words;
  if (complaint?.cause === 'page') {
    return complaint.reason ? removeFailures.words(complaint.reason) : removeFailures.noWords;
  }
  if (complaint?.cause === 'late') return removeFailures.lateTab;
  return complaint && removeFailures.absent;
}
