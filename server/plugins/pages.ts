import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
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
      // The build puts them there: see web/shell/compress-plugin.ts.
      preCompressed: true,
      maxAge: YEAR_MS,
      immutable: true,
    });
    for (const [page, pageNeeds] of Object.entries(options.pages)) {
      const file = join(page, 'index.html');
      const style = inlineStyle(join(options.folder, file));
      app.get(`/${page}`, { config: { pageNeeds: { ...pageNeeds, style } } }, async (_request, reply) => {
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

/**
 * The hash of the rules that stand in the page itself, as the policy wants it; pages built anew need a new start.
 * Fails closed: without it the browser ignores them.
 */
function inlineStyle(file: string): string | undefined {
  if (!existsSync(file)) return undefined;
  const rules = /<style>([^<]*)<\/style>/.exec(readFileSync(file, 'utf8'))?.[1];
  return rules === undefined ? undefined : createHash('sha256').update(rules).digest('base64');
}
