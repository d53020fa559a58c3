import type { Pool } from 'pg';
import { Gauge, type Registry } from 'prom-client';
import { createCached } from './cached.ts';
import { type DatabaseFigures, type ReadRows, readDatabaseFigures } from './database-figures.ts';
import { within } from './within.ts';

/** Several scrapers, and a hasty one, cost the database one look in this time. */
const KEEP_MS = 5_000;
/** Prometheus gives a scrape 10 s; the other figures must not be lost with these. */
const PATIENCE_MS = 3_000;

const STATES = ['active', 'paused', 'broken', 'removed'] as const;
/** A removed configuration has no queue. */
const QUEUE_STATES = ['active', 'paused', 'broken'] as const;

/**
 * Figures that are read from the database when somebody asks. They hold for all nodes together, so every
 * node tells the same. While the database is away they are missing and `cardwire_database_up` is 0.
 */
export function registerDatabaseGauges(registry: Registry, pool: Pool): void {
  const read: ReadRows = async (text, values) => (await pool.query({ text, values: [...values] })).rows;
  const figuresNow = createCached(
    () => within(PATIENCE_MS, readDatabaseFigures(read)),
    KEEP_MS,
    () => performance.now(),
  );
  const look = () => figuresNow().catch(() => undefined);

  new Gauge({
    name: 'cardwire_database_up',
    help: 'Whether the database answers this node.',
    registers: [registry],
    async collect() {
      this.set((await look()) ? 1 : 0);
    },
  });

  const single = (name: string, help: string, read: (figures: DatabaseFigures) => number) =>
    new Gauge({
      name,
      help: `${help} All nodes tell the same.`,
      registers: [registry],
      async collect() {
        const figures = await look();
        if (figures) this.set(read(figures));
        else this.remove();
      },
    });

  const byState = (
    name: string,
    help: string,
    states: readonly string[],
    read: (figures: DatabaseFigures, state: string) => number | undefined,
  ) =>
    new Gauge({
      name,
      help: `${help} All nodes tell the same.`,
      labelNames: ['state'],
      registers: [registry],
      async collect() {
        const figures = await look();
        this.reset();
        // A state that nothing is in counts 0: a series that comes and goes misleads an alert.
        if (figures) for (const state of states) this.set({ state }, read(figures, state) ?? 0);
      },
    });

  const queueOf = (figures: DatabaseFigures, state: string) =>
    figures.waiting.find((row) => row.state === state);

  byState(
    'cardwire_configurations',
    'Configurations by state.',
    STATES,
    (figures, state) => figures.configurations.find((row) => row.state === state)?.count,
  );
  byState(
    'cardwire_deliveries_waiting',
    'Deliveries that wait, by the state of their configuration.',
    QUEUE_STATES,
    (figures, state) => queueOf(figures, state)?.count,
  );
  byState(
    'cardwire_oldest_waiting_seconds',
    'Age of the oldest delivery that waits, by the state of its configuration; 0 when none does.',
    QUEUE_STATES,
    (figures, state) => queueOf(figures, state)?.oldestSeconds,
  );
  single(
    'cardwire_card_actions_waiting',
    'Pressed buttons that were not passed on yet.',
    ({ cardActions }) => cardActions.count,
  );
  single(
    'cardwire_oldest_card_action_seconds',
    'Age of the oldest of them; 0 when none waits.',
    ({ cardActions }) => cardActions.oldestSeconds,
  );
}
