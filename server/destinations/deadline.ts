/**
 * Calls `onPassed` with the reason once `timeoutMs` are over, or earlier when `outer` is aborted: at once if it
 * already is. Answers how to end the clock and let go of the outer signal; call it when the work is done.
 *
 * `AbortSignal.timeout` and `AbortSignal.any` do the same, but live on until the time is up; at hundreds of
 * posts a second that is a lot of leftovers.
 */
export function startDeadline(
  timeoutMs: number,
  outer: AbortSignal | undefined,
  onPassed: (reason: unknown) => void,
): () => void {
  if (outer?.aborted) {
    onPassed(outer.reason);
    return () => {};
  }
  const timer = setTimeout(() => onPassed(new DOMException('The time is up', 'TimeoutError')), timeoutMs);
  const leave = outer && waitOn(outer, onPassed);
  return () => {
    clearTimeout(timer);
    leave?.();
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
