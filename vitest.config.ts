import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'unit',
          include: ['test/{server,manifest,docs,golden,prove,bench}/**/*.test.ts'],
          exclude: ['**/*.db.test.ts'],
        },
      },
      {
        test: {
          name: 'integration',
          // A real PostgreSQL, one database per file: see test/database.ts.
          include: ['test/{server,docs}/**/*.db.test.ts'],
          globalSetup: ['test/global-postgres.ts'],
          testTimeout: 20_000,
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
          include: ['test/web/**/*.test.ts?(x)'],
          setupFiles: ['test/web/setup.ts'],
        },
      },
    ],
  },
});
