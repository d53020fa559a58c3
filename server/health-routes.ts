import type { FastifyPluginAsync } from 'fastify';
import type { Pool } from 'pg';
import type { EngineStatus } from './delivery/engine.ts';
import { ProblemError } from './problem.ts';
import { whatIsMissing } from './readiness.ts';
import { findMissingMigrations } from './storage/migrate.ts';
import { createCached } from './telemetry/cached.ts';
import { within } from './telemetry/within.ts';

export interface HealthOptions {
  pool: Pool;
  /** Undefined before the engine has started. */
  engineStatus(): EngineStatus | undefined;
}

const DATABASE_PATIENCE_MS = 1_000;
/** Anybody may ask, so asking often must cost the database nothing. */
const KEEP_MS = 1_000;

/** For machines that watch: is the process alive, and can it do its work? */
export const healthRoutes: FastifyPluginAsync<HealthOptions> = async (app, { pool, engineStatus }) => {
  const look = createCached(
    () => within(DATABASE_PATIENCE_MS, findMissingMigrations(pool)),
    KEEP_MS,
    () => performance.now(),
  );

  app.get(
    '/health/live',
    { schema: { summary: 'Whether the process runs', problems: [] }, logLevel: 'silent' },
    async () => ({ status: 'live' }),
  );

  app.get(
    '/health/ready',
    {
      schema: { summary: 'Whether this node can do its work', problems: ['unavailable'] },
      logLevel: 'silent',
    },
    async () => {
      const missingMigrations = await look().catch(() => undefined);
      const engine = engineStatus();
      const missing = whatIsMissing({ missingMigrations, engine });
      if (missing.length > 0) throw new ProblemError('unavailable', missing.join(' '));
      return { status: 'ready', shards: engine?.shards, nodes: engine?.nodes };
    },
  );
};
