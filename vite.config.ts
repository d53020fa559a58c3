import { globSync } from 'node:fs';
import { dirname, resolve, sep } from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

const web = resolve(import.meta.dirname, 'web');

/** Every folder of web/ with an index.html is a page. */
const pages = globSync('**/index.html', { cwd: web }).map(dirname);

export default defineConfig({
  root: web,
  // The pages never sit at a fixed path behind a proxy's prefix; assets are found from the root.
  base: '/',
  plugins: [react()],
  build: {
    outDir: resolve(import.meta.dirname, 'dist/web'),
    emptyOutDir: true,
    // Everything that a page loads is a file of ours: `data:` is not in the pages' policy.
    assetsInlineLimit: 0,
    // Browsers that Teams supports know it.
    modulePreload: { polyfill: false },
    rolldownOptions: {
      input: Object.fromEntries(
        pages.map((page) => [page.replaceAll(sep, '-'), resolve(web, page, 'index.html')]),
      ),
    },
  },
});
