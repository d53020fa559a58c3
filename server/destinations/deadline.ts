/** The end of one piece of work: its time is up, or somebody stops it. */
export interface Deadline {
  /** Aborted when the deadline passes. */
  signal: AbortSignal;
  /** Rejects when the deadline passes; never resolves. */
  passed: Promise<never>;
  /** Ends the clock and lets go of the outer signal. Call it when the work is done. */
  release(): void;
}

/**
 * Starts a deadline of `timeoutMs`, or earlier when `outer` is aborted.
 *
 * `AbortSignal.timeout` and `AbortSignal.any` do the same, but live on until the time is up; at hundreds of
 * posts a second that is a lot of leftovers.
 */
export function startDeadline(timeoutMs: number, outer?: AbortSignal): Deadline {
  const controller = new AbortController();
  const { promise: passed, reject } = Promise.withResolvers<never>();
  // It may pass when nobody waits for it.
  passed.catch(() => {});

  const pass = (reason: unknown) => {
    controller.abort(reason);
    reject(reason);
  };
  const onOuterAbort = () => pass(outer?.reason);
  const timer = setTimeout(() => pass(new DOMException('The time is up', 'TimeoutError')), timeoutMs);
  if (outer?.aborted) onOuterAbort();
  outer?.addEventListener('abort', onOuterAbort, { once: true });

  return {
    signal: controller.signal,
    passed,
    release() {
      clearTimeout(timer);
      outer?.removeEventListener('abort', onOuterAbort);
    },
  };
}
