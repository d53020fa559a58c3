/** Runs work when it is its turn; work whose signal is aborted before that is left out, and rejects. */
export type Turns = <Result>(work: () => Promise<Result>, signal?: AbortSignal) => Promise<Result>;

/** Lets so much work run at once; the rest waits in the order it came. */
export function createTurns(atOnce: number): Turns {
  const waiting: (() => void)[] = [];
  let running = 0;

  return async (work, signal) => {
    if (running >= atOnce) await new Promise<void>((resolve) => waiting.push(resolve));
    else running += 1;
    try {
      signal?.throwIfAborted();
      return await work();
    } finally {
      const next = waiting.shift();
      // The place goes on to the next one, so that nobody who comes now is before it.
      if (next) next();
      else running -= 1;
    }
  };
}
