import { existsSync } from 'node:fs';
import { join } from 'node:path';
import fastifyStatic from '@fastify/static';
import fastifyPlugin from 'fastify-plugin';
import { ProblemError } from '../problem.ts';
import type { PageNeeds } from './security-headers.ts';

export interface PagesOptions {
  /** What `vite build` wrote. */
  folder: string;
  /** The pages by their folders, each with what it needs of the headers: each is served at its own path. */
  pages: Readonly<Record<string, PageNeeds>>;
}

const YEAR_MS = 365 * 24 * 3_600_000;

/** The built pages. Their files carry hashes in their names and never change; the pages themselves may. */
export const pages = fastifyPlugin<PagesOptions>(
  async (app, options) => {
    await app.register(fastifyStatic, {
      root: join(options.folder, 'assets'),
      prefix: '/assets/',
      index: false,
      maxAge: YEAR_MS,
      immutable: true,
    });
    for (const [page, pageNeeds] of Object.entries(options.pages)) {
      app.get(`/${page}`, { config: { pageNeeds } }, async (_request, reply) => {
        const file = join(page, 'index.html');
        if (!existsSync(join(options.folder, file))) {
          throw new ProblemError('not-found', 'The pages are not built: run npm run build.');
        }
        return reply
          .header('cache-control', 'no-cache')
          .sendFile(file, options.folder, { cacheControl: false });
      });
    }
  },
  { name: 'pages' },
);
