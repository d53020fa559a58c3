/** How the page answered when the host asked it to save or to remove. */
export type PageReply =
  | { kind: 'success' }
  /** The page's own words; empty when it gave none. */
  | { kind: 'failure'; reason: string }
  /** The page said nothing in time. */
  | { kind: 'late' }
  /** The page has never said `initialize`: there is nobody to ask. */
  | { kind: 'absent' }
  /** The dialog was closed before the page answered. */
  | { kind: 'closed' };

/** One question to the page at a time. */
export interface Question {
  /** Asks: the promise holds the first of an answer, the limit and `close`. Asking again ends the earlier one. */
  ask(limitMs: number): Promise<PageReply>;
  /** Passes the page's answer on; one that nobody waits for is dropped. */
  answer(reply: PageReply): void;
}

/** Waits for the page's answer, but never past the limit. */
export function createQuestion(): Question {
  let settle: ((reply: PageReply) => void) | undefined;
  const answer = (reply: PageReply) => settle?.(reply);
  return {
    ask(limitMs) {
      answer({ kind: 'closed' });
      return new Promise((resolve) => {
        const timer = setTimeout(answer, limitMs, { kind: 'late' });
        settle = (reply) => {
          settle = undefined;
          clearTimeout(timer);
          resolve(reply);
        };
      });
    },
    answer,
  };
}
