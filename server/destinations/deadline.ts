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
  const timer = setTimeout(() => pass(new DOMException('The time is up', 'TimeoutError')), timeoutMs);
  if (outer?.aborted) pass(outer.reason);
  const leave = outer && waitOn(outer, pass);

  return {
    signal: controller.signal,
    passed,
    release() {
      clearTimeout(timer);
      leave?.();
    },
  };
}

type Waiter = (reason: unknown) => void;

/** Adding one of many listeners to a signal looks at all of them; so each signal has one, for all who wait on it. */
const crowds = new WeakMap<AbortSignal, { waiters: Set<Waiter>; dissolve(): void }>();

/** Calls `waiter` when the signal is aborted. Answers how to wait no longer. */
function waitOn(signal: AbortSignal, waiter: Waiter): () => void {
  const crowd = crowds.get(signal) ?? gatherOn(signal);
  crowd.waiters.add(waiter);
  return () => {
    crowd.waiters.delete(waiter);
    if (crowd.waiters.size === 0) crowd.dissolve();
  };
}

function gatherOn(signal: AbortSignal) {
  const waiters = new Set<Waiter>();
  const onAbort = () => {
    for (const waiter of waiters) waiter(signal.reason);
  };
  const crowd = {
    waiters,
    dissolve() {
      signal.removeEventListener('abort', onAbort);
      crowds.delete(signal);
    },
  };
  signal.addEventListener('abort', onAbort, { once: true });
  crowds.set(signal, crowd);
  return crowd;
}
