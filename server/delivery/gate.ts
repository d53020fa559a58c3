/** Lets at most so many through at a time; the rest wait in the order they came. */
export interface Gate {
  /** Runs `work` once there is room. */
  pass<Result>(work: () => Promise<Result>): Promise<Result>;
  /** How many are inside. */
  inside(): number;
  /** Whether somebody waits to come in. */
  crowded(): boolean;
}

export function createGate(size: number): Gate {
  // A set keeps the order, and its first goes without moving thousands of others.
  const queue = new Set<() => void>();
  let inside = 0;
  return {
    async pass(work) {
      if (inside >= size) await new Promise<void>((resolve) => queue.add(resolve));
      else inside += 1;
      try {
        return await work();
      } finally {
        // The place goes to the next in line without becoming free in between.
        const [next] = queue;
        if (next) {
          queue.delete(next);
          next();
        } else inside -= 1;
      }
    },
    inside: () => inside,
    crowded: () => queue.size > 0,
  };
}
