import { setTimeout as delay } from 'node:timers/promises';
import type { CardwireNode, Cluster } from './rig/nodes.ts';
import type { Workshop } from './rig/workshop.ts';

/** The nodes of a run. Like a supervisor, it starts again what ended. */
export interface Fleet {
  /** Where nodes take requests: the places of those that are down are those they had. */
  origins(): string[];
  size: number;
  /** SIGKILL for these nodes; they come back after `downMs`. Resolves when they are back. */
  kill(indexes: readonly number[], downMs: number): Promise<void>;
  /** How often a node ended that nobody had killed. */
  crashes(): number;
}

const RESTART_REST_MS = 250;
const START_PATIENCE_MS = 60_000;

export async function startFleet(
  cluster: Cluster,
  size: number,
  { isClosing }: Pick<Workshop, 'isClosing'>,
): Promise<Fleet> {
  const killed = new WeakSet<CardwireNode>();
  let crashes = 0;

  const start = async (index: number): Promise<CardwireNode> => {
    const deadline = performance.now() + START_PATIENCE_MS;
    while (true) {
      try {
        const node = await cluster.startNode(`node ${index + 1}`);
        void node.exited.then(() => notice(node, index));
        return node;
      } catch (error) {
        // The database is down, too.
        if (isClosing() || performance.now() > deadline) throw error;
        await delay(RESTART_REST_MS);
      }
    }
  };

  const notice = async (node: CardwireNode, index: number) => {
    if (isClosing() || killed.has(node)) return;
    crashes += 1;
    try {
      nodes[index] = await start(index);
    } catch {
      // It stays away; the crash is counted, and that breaks the run.
    }
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
  };
}
