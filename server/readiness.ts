import type { EngineStatus } from './delivery/engine.ts';

/** What is known of this node's ability to do its work. */
export interface ReadinessFacts {
  /** The migrations that the database lacks; undefined when it did not answer in time. */
  missingMigrations: readonly string[] | undefined;
  /** Undefined before it has started. */
  engine: EngineStatus | undefined;
}

/** After this time without renewal the engine holds its leases for lost: see delivery/shard-keeper.ts. */
const RENEWED_WITHIN_MS = 8_000;

/**
 * What keeps this node from doing its work, in words for the operator; empty when it is ready. A node
 * without shards is ready when others hold them: it takes requests, and takes shards over when they fall free.
 */
export function whatIsMissing({ missingMigrations, engine }: ReadinessFacts): string[] {
  const missing: string[] = [];
  if (!missingMigrations) missing.push('The database does not answer.');
  else if (missingMigrations.length > 0) {
    missing.push(`The database lacks these migrations: ${missingMigrations.join(', ')}.`);
  }
  if (!engine) missing.push('This node is starting.');
  else if (engine.stopping) missing.push('This node is stopping.');
  else if (engine.renewedAgoMs > RENEWED_WITHIN_MS) {
    missing.push('This node could not renew its leases and has stopped posting.');
  } else if (engine.shards === 0 && engine.nodes <= 1) {
    missing.push(
      'This node holds no shards yet: those of a node that was killed fall free within 10 seconds.',
    );
  }
  return missing;
}
