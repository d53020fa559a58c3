import { availableParallelism } from 'node:os';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';

/** Nothing here is a measurement: a machine that is busy with other things takes longer, and that is no failure. */
const PATIENCE_MS = 30_000;

/**
 * The server's files share a worker's modules (`isolate: false`): loading these for each file took longer than
 * the tests. Pages have one each, because the SDK and Fluent UI leave traces in it.
 */
export default defineConfig({
  test: {
    // Most of the time is spent waiting: for databases, servers and timers.
    maxWorkers: availableParallelism() + 1,
    projects: [
      {
        test: {
          name: 'unit',
          isolate: false,
          include: ['test/{server,manifest,docs,golden,prove,bench}/**/*.test.ts'],
          exclude: ['**/*.db.test.ts'],
          testTimeout: PATIENCE_MS,
        },
      },
      {
        test: {
          name: 'integration',
          isolate: false,
          // A real PostgreSQL, one database per file: see test/database.ts.
          include: ['test/{server,docs}/**/*.db.test.ts'],
          globalSetup: ['test/global-postgres.ts'],
          testTimeout: PATIENCE_MS,
          hookTimeout: 60_000,
        },
      },
      {
        test: {
          name: 'proof',
          // Whole nodes and databases of their own: alone on the machine, after all others.
          include: ['test/{prove,bench}/**/*.db.test.ts'],
          sequence: { groupOrder: 1 },
          fileParallelism: false,
        },
      },
      {
        plugins: [react()],
        test: {
          name: 'web',
          environment: 'jsdom',
          testTimeout: PATIENCE_MS,
          include: ['test/web/**/*.test.ts?(x)'],
          setupFiles: ['test/web/setup.ts'],
        },
      },
    ],
  },
});
