/**
 * Waits for `work`, at most `limitMs` and only until `signal` is aborted. The work itself goes on: what
 * cannot be cancelled is left behind and its later outcome ignored.
 *
 * Rejects with what `late` makes when the time is over or the signal aborted.
 */
export function withTimeout<T>(
  work: Promise<T>,
  limitMs: number,
  late: () => Error,
  signal?: AbortSignal,
): Promise<T> {
  return new Promise((resolve, reject) => {
    const giveUp = () => {
      stopWaiting();
      reject(late());
    };
    const timer = setTimeout(giveUp, limitMs);
    const stopWaiting = () => {
      clearTimeout(timer);
      signal?.removeEventListener('abort', giveUp);
    };
    signal?.addEventListener('abort', giveUp);
    if (signal?.aborted) giveUp();
    work.then(resolve, reject).finally(stopWaiting);
  });
}
