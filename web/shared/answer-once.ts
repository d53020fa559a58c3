/** A request of the host that waits for exactly one answer: a second one makes the SDK throw. */
export interface HostRequest {
  notifySuccess(): void;
  notifyFailure(reason?: string): void;
}

/** `reason` is shown to the user by the host. */
export type Reply = { ok: true } | { ok: false; reason: string };

export interface AnswerLimits {
  /** When the work's signal is aborted, so that it can still clean up behind itself. */
  workMs: number;
  /** When the host is answered, whatever the work is doing. */
  answerMs: number;
}

/** What the host is told when the work itself gives no reply. */
export interface AnswerWords {
  late(): string;
  failed(): string;
}

/**
 * Does the work and answers the host with its reply, once, always: with `failed` when the work throws, and
 * with `late` when it takes longer than `answerMs`. Without an answer the host's dialog would stand still
 * until the host itself gives up (30 s for a save, 15 s for a removal).
 */
export async function answerOnce(
  request: HostRequest,
  work: (signal: AbortSignal) => Promise<Reply>,
  limits: AnswerLimits,
  words: AnswerWords,
): Promise<void> {
  let answered = false;
  const answer = (reply: Reply) => {
    if (answered) return;
    answered = true;
    if (reply.ok) request.notifySuccess();
    else request.notifyFailure(reply.reason);
  };
  const control = new AbortController();
  const stopWork = setTimeout(() => control.abort(), limits.workMs);
  const stopWaiting = setTimeout(() => answer({ ok: false, reason: words.late() }), limits.answerMs);
  try {
    answer(await work(control.signal));
  } catch {
    answer({ ok: false, reason: words.failed() });
  } finally {
    clearTimeout(stopWork);
    clearTimeout(stopWaiting);
  }
}
