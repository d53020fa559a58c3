import { retryAfterMs } from './retry-after.ts';
import { contextIdIn, wordsIn } from './words.ts';

/** What an attempt came to; see docs/destinations.md for every answer that leads to each. */
export type Verdict = 'posted' | 'accepted' | 'try_again' | 'dead' | 'card_wrong';

/** Whether the card got through, as far as the destination says. */
export function isGood(verdict: Verdict): boolean {
  return verdict === 'posted' || verdict === 'accepted';
}

/** What came back from a webhook (the body's first 8 KiB), or that nothing did. */
export type Answer =
  | { kind: 'response'; status: number; body: string; retryAfter?: string }
  | { kind: 'no-response'; error: string };

export interface Judgement {
  verdict: Verdict;
  /** The destination's own words, without secrets, at most 500 characters. */
  words: string;
  /** Teams' ContextId, when it gave one. */
  contextId?: string;
  /** The least time to wait before the next attempt, in milliseconds. Only ever delays. */
  retryAfterMs?: number;
}

type Response = Extract<Answer, { kind: 'response' }>;

/** The least wait after a 429: Teams' shortest limits count over 30 seconds and more. */
const THROTTLED_WAIT_MS = 60_000;

/**
 * Statuses after which another attempt of the same card is of no use. All others are tried again, a bounded
 * number of times: nothing is given up on a guess.
 */
const FINAL_STATUSES: ReadonlyMap<number, Verdict> = new Map([
  [400, 'card_wrong'],
  [401, 'dead'],
  [403, 'dead'],
  [404, 'dead'],
  [410, 'dead'],
  [413, 'card_wrong'],
]);

/**
 * The same for statuses that a connector hides in a 200. They are those of Teams behind it: 400 means that the
 * channel or the connector in it is gone, and 401 passes.
 */
const FINAL_HIDDEN_STATUSES: ReadonlyMap<number, Verdict> = new Map([
  [400, 'dead'],
  [403, 'dead'],
  [404, 'dead'],
  [410, 'dead'],
  [413, 'card_wrong'],
]);

/** Error codes of a Workflow's engine. Where there is one it says more than the status. */
const WORKFLOW_ERRORS: ReadonlyMap<string, Verdict> = new Map([
  // Off, suspended or deleted.
  ['WorkflowTriggerIsNotEnabled', 'dead'],
  // Gone, or its address was made anew.
  ['WorkflowNotFound', 'dead'],
  // The signature is missing, or the trigger is not open to anyone.
  ['DirectApiAuthorizationRequired', 'dead'],
  ['TriggerInputSchemaMismatch', 'card_wrong'],
  ['MessageSizeExceeded', 'card_wrong'],
]);

/** What an answer of an Office 365 connector means. Teams answers 200 on failure, too. */
export function judgeConnectorAnswer(answer: Answer, now: Date): Judgement {
  if (answer.kind === 'no-response') return noResponse(answer.error);
  if (!isSuccess(answer)) return judge(answer, answer.status, FINAL_STATUSES.get(answer.status), now);
  if (saysPosted(answer.body)) return { verdict: 'posted', words: wordsOf(answer) };
  const status = hiddenStatus(answer.body);
  return judge(answer, status, FINAL_HIDDEN_STATUSES.get(status), now);
}

/** What an answer of a Workflow means. It accepts before it posts, so nothing it says proves that it posted. */
export function judgeWorkflowAnswer(answer: Answer, now: Date): Judgement {
  if (answer.kind === 'no-response') return noResponse(answer.error);
  if (isSuccess(answer)) return { verdict: 'accepted', words: wordsOf(answer) };
  const byStatus = FINAL_STATUSES.get(answer.status);
  // The code only says which final verdict it is: what a server in trouble says is not believed.
  const final = byStatus && (WORKFLOW_ERRORS.get(errorCode(answer.body)) ?? byStatus);
  return judge(answer, answer.status, final, now);
}

function noResponse(error: string): Judgement {
  return { verdict: 'try_again', words: wordsIn(error) };
}

/** `status` is the one that counts, be it the answer's or a hidden one; without a final verdict: try again. */
function judge(answer: Response, status: number, final: Verdict | undefined, now: Date): Judgement {
  const contextId = contextIdIn(answer.body);
  const waitMs = final === undefined ? leastWaitMs(answer, status, now) : undefined;
  return {
    verdict: final ?? 'try_again',
    words: wordsOf(answer),
    ...(contextId !== undefined && { contextId }),
    ...(waitMs !== undefined && { retryAfterMs: waitMs }),
  };
}

function leastWaitMs(answer: Response, status: number, now: Date): number | undefined {
  const askedMs = retryAfterMs(answer.retryAfter, now);
  return status === 429 ? Math.max(askedMs ?? 0, THROTTLED_WAIT_MS) : askedMs;
}

function isSuccess({ status }: Response): boolean {
  return status >= 200 && status <= 299;
}

/** The body is the number of messages that were posted, and nothing else: `1`. */
function saysPosted(body: string): boolean {
  const text = body.trim().replace(/^"|"$/g, '').trim();
  return /^[1-9]\d{0,5}$/.test(text);
}

/** 0 when the body names none. */
function hiddenStatus(body: string): number {
  return Number(/Microsoft Teams endpoint returned HTTP error (\d+)/.exec(body)?.[1] ?? 0);
}

/** The first one is that of the error itself; further ones belong to what caused it. */
function errorCode(body: string): string {
  return /"code"\s*:\s*"(\w+)"/.exec(body)?.[1] ?? /^\s*(\w+)/.exec(body)?.[1] ?? '';
}

function wordsOf(answer: Response): string {
  return wordsIn(answer.body) || `HTTP ${answer.status}`;
}
