import { setTimeout as delay } from 'node:timers/promises';
import type { CardwireNode, Cluster } from './rig/nodes.ts';

/** The nodes of a run. Like a supervisor, it starts again what ended. */
export interface Fleet {
  /** Where nodes take requests: the places of those that are down are those they had. */
  origins(): string[];
  size: number;
  /** SIGKILL for these nodes; they come back after `downMs`. Resolves when they are back. */
  kill(indexes: readonly number[], downMs: number): Promise<void>;
  /** How often a node ended that nobody had killed. */
  crashes(): number;
  /** From now on nodes that end are left alone. */
  dismiss(): void;
}

const RESTART_REST_MS = 250;
const START_PATIENCE_MS = 60_000;

export async function startFleet(cluster: Cluster, size: number): Promise<Fleet> {
  const killed = new WeakSet<CardwireNode>();
  let crashes = 0;
  let dismissed = false;

  const start = async (index: number): Promise<CardwireNode> => {
    const deadline = performance.now() + START_PATIENCE_MS;
    while (true) {
      try {
        const node = await cluster.startNode(`node ${index + 1}`);
        void node.exited.then(() => notice(node, index));
        return node;
      } catch (error) {
        // The database is down, too.
        if (performance.now() > deadline) throw error;
        await delay(RESTART_REST_MS);
      }
    }
  };

  const notice = async (node: CardwireNode, index: number) => {
    if (dismissed || killed.has(node)) return;
    crashes += 1;
    nodes[index] = await start(index);
  };

  const nodes = await Promise.all(Array.from({ length: size }, (_, index) => start(index)));

  return {
    size,
    origins: () => nodes.map(({ origin }) => origin),
    async kill(indexes, downMs) {
      const chosen = indexes.flatMap((index) => {
        const node = nodes[index];
        return node ? [{ index, node }] : [];
      });
      for (const { node } of chosen) killed.add(node);
      await Promise.all(chosen.map(({ node }) => node.kill()));
      await delay(downMs);
      await Promise.all(
        chosen.map(async ({ index }) => {
          nodes[index] = await start(index);
        }),
      );
    },
    crashes: () => crashes,
    dismiss: () => {
      dismissed = true;
    },
  };
}
