/** Runs one item of work; items that come at the same time share a run. */
export type Batcher<Item, Result> = (item: Item) => Promise<Result>;

export interface BatcherOptions {
  /** The most items of one run. */
  size: number;
  /** How many runs may be under way. */
  concurrency: number;
}

interface Entry<Item, Result> {
  item: Item;
  resolve(result: Result): void;
  reject(error: unknown): void;
}

/**
 * Lets concurrent callers share a statement: while a run is under way, what comes next gathers and becomes
 * one run. Nobody waits for a timer; an item that comes alone runs at once. `run` answers one result per
 * item, in order; if it throws, every item of the run fails with that error.
 */
export function createBatcher<Item, Result>(
  run: (items: Item[]) => Promise<Result[]>,
  { size, concurrency }: BatcherOptions,
): Batcher<Item, Result> {
  const gathered: Entry<Item, Result>[] = [];
  let underWay = 0;
  let scheduled = false;

  const schedule = () => {
    if (scheduled || underWay >= concurrency || gathered.length === 0) return;
    scheduled = true;
    // After the current turn's other callers have come.
    setImmediate(() => {
      scheduled = false;
      void flush();
    });
  };

  const flush = async () => {
    const entries = gathered.splice(0, size);
    if (entries.length === 0) return;
    underWay += 1;
    schedule();
    try {
      const results = await run(entries.map(({ item }) => item));
      for (const [index, entry] of entries.entries()) entry.resolve(results[index] as Result);
    } catch (error) {
      for (const entry of entries) entry.reject(error);
    } finally {
      underWay -= 1;
      schedule();
    }
  };

  return (item) =>
    new Promise((resolve, reject) => {
      gathered.push({ item, resolve, reject });
      schedule();
    });
}
