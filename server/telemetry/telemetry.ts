import type { Pool } from 'pg';
import type { Logger } from 'pino';
import type { Registry } from 'prom-client';
import type { Forwarded } from '../card-actions/forward.ts';
import type { AttemptReport } from '../delivery/attempt-report.ts';
import type { EngineStatus } from '../delivery/engine.ts';
import type { Intake } from '../events/intake.ts';
import { createAttemptSpans } from './attempt-span.ts';
import { registerDatabaseGauges } from './database-gauges.ts';
import { traceIntake } from './intake-span.ts';
import { createMetrics } from './metrics.ts';
import { registerNodeGauges } from './node-gauges.ts';
import { warnOfRetries } from './retry-warning.ts';
import type { Tracing } from './start-tracing.ts';
import { within } from './within.ts';

/** How the server is seen from outside: metrics, traces, and warnings in the log. */
export interface Telemetry {
  /** What Prometheus reads. */
  registry: Registry;
  attempted(report: AttemptReport): void;
  /** Somebody pressed a button of a card. */
  pressed(result: 'taken' | 'repeated'): void;
  /** It was passed on, or not: then also in the log. */
  forwarded(report: Forwarded): void;
  /** The same intake, watched. */
  watchIntake(intake: Intake): Intake;
  /** Waits for the spans that are being made, for a short time. */
  close(): Promise<void>;
}

export interface TelemetryOptions {
  pool: Pool;
  logger: Pick<Logger, 'warn'>;
  /** Undefined before the engine has started. */
  engineStatus(): EngineStatus | undefined;
  /** Undefined: no traces are made. */
  tracing: Pick<Tracing, 'tracer'> | undefined;
}

const CLOSE_PATIENCE_MS = 1_000;

export function createTelemetry({ pool, logger, engineStatus, tracing }: TelemetryOptions): Telemetry {
  const metrics = createMetrics();
  registerDatabaseGauges(metrics.registry, pool);
  registerNodeGauges(metrics.registry, pool, engineStatus);
  const spans = new Set<Promise<void>>();
  const traceAttempt = tracing && createAttemptSpans(tracing.tracer, pool);

  const keepUntilMade = (span: Promise<void>) => {
    spans.add(span);
    void span.finally(() => spans.delete(span));
  };

  return {
    registry: metrics.registry,
    attempted(report) {
      metrics.attempted(report);
      const level = warnOfRetries(logger, report);
      if (level) metrics.warned(level);
      if (traceAttempt) keepUntilMade(traceAttempt(report));
    },
    pressed: metrics.pressed,
    forwarded({ id, result, tries, words }) {
      metrics.forwarded(result);
      if (result === 'try_again')
        logger.warn(
          { action: id, tries, words },
          'A pressed button did not reach ACTION_URL; it is tried again.',
        );
      if (result === 'failed')
        logger.warn(
          { action: id, tries, words },
          'A pressed button was given up: ACTION_URL did not take it for a day.',
        );
    },
    watchIntake(intake) {
      const traced = tracing ? traceIntake(tracing.tracer, intake) : intake;
      return {
        async take(events) {
          const startedAt = performance.now();
          const receipts = await traced.take(events);
          metrics.taken(receipts, performance.now() - startedAt);
          return receipts;
        },
      };
    },
    async close() {
      // A database that is away holds up no stop.
      await within(CLOSE_PATIENCE_MS, Promise.all(spans)).catch(() => {});
    },
  };
}
