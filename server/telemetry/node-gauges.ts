import type { Pool } from 'pg';
import { collectDefaultMetrics, Gauge, type Registry } from 'prom-client';
import type { EngineStatus } from '../delivery/engine.ts';

/** What this node does right now, and Node.js' own figures of its process. */
export function registerNodeGauges(
  registry: Registry,
  pool: Pool,
  status: () => EngineStatus | undefined,
): void {
  collectDefaultMetrics({ register: registry });

  const gauge = (name: string, help: string, read: () => number) =>
    new Gauge({
      name,
      help,
      registers: [registry],
      collect() {
        this.set(read());
      },
    });

  gauge('cardwire_nodes', 'Nodes on this database, as this node sees it.', () => status()?.nodes ?? 0);
  gauge(
    'cardwire_shards_held',
    'Of 64 shards, those that this node delivers for.',
    () => status()?.shards ?? 0,
  );
  gauge('cardwire_lanes', 'Channels with work in the memory of this node.', () => status()?.lanes ?? 0);
  gauge('cardwire_posts_under_way', 'Posts that wait for their answer.', () => status()?.posts ?? 0);
  gauge('cardwire_pool_connections', 'Connections to the database.', () => pool.totalCount);
  gauge('cardwire_pool_connections_idle', 'Those that nobody uses.', () => pool.idleCount);
  gauge('cardwire_pool_waiting', 'Statements that wait for a connection.', () => pool.waitingCount);
}
