import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';

/** What a page loads before it can be used, in bytes. */
export interface PageSize {
  page: string;
  /** The HTML, with the shell that stands until the scripts have run. */
  html: number;
  /** The scripts that it names, one by one compressed; those that are loaded when needed are not among them. */
  gzip: number;
  brotli: number;
  scripts: number;
}

/** Weighs a built page. `folder` is what `vite build` wrote. */
export function pageSize(folder: string, page: string): PageSize {
  const html = readFileSync(join(folder, page, 'index.html'), 'utf8');
  // The entry, and all that the build found it to import at once.
  const paths = [...html.matchAll(/(?:src|href)="(\/assets\/[^"]+\.js)"/g)].map(([, path = '']) => path);
  const scripts = paths.map((path) => readFileSync(join(folder, path)));
  const sum = (weigh: (script: Buffer) => number) =>
    scripts.reduce((total, script) => total + weigh(script), 0);
  return {
    page,
    html: gzipSync(html).length,
    gzip: sum((script) => gzipSync(script, { level: 9 }).length),
    brotli: sum((script) => brotliCompressSync(script).length),
    scripts: scripts.length,
  };
}
