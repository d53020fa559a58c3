import type { Miss } from './behaviour.ts';

/** The newest that are kept, over all channels. */
const MISSES_KEPT = 200;

/** What came to the webhooks and was not posted, in memory: of use while somebody looks, and not later. */
export interface MissLog {
  add(miss: Omit<Miss, 'id'>): Miss;
  /** Oldest first. */
  list(): Miss[];
}

export function createMissLog(): MissLog {
  let misses: Miss[] = [];
  let lastId = 0;
  return {
    add(miss) {
      lastId += 1;
      const added = { ...miss, id: lastId };
      misses = [...misses, added].slice(-MISSES_KEPT);
      return added;
    },
    list: () => misses,
  };
}
