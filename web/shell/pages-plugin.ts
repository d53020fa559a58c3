import { globSync, readFileSync } from 'node:fs';
import { dirname, join, sep } from 'node:path';
import { type Plugin, runnerImport } from 'vite';
import { pageHtml } from './page-html.ts';

/** Every folder of `web` with a `main.tsx` is a page: makes its index.html, with the shell drawn by React. */
export function pagesPlugin(web: string): Plugin {
  const pages = globSync('**/main.tsx', { cwd: web }).map(dirname);
  const files = new Set(pages.map((page) => join(web, page, 'index.html')));
  let html = '';
  return {
    name: 'pages',
    config: () => ({
      build: {
        rolldownOptions: {
          input: Object.fromEntries(
            pages.map((page) => [page.replaceAll(sep, '-'), join(web, page, 'index.html')]),
          ),
        },
      },
    }),
    async buildStart() {
      const { module } = await runnerImport<{ renderShell(): string }>(join(web, 'shell/render-shell.tsx'));
      html = pageHtml({
        shell: module.renderShell(),
        css: readFileSync(join(web, 'shell/shell.css'), 'utf8'),
      });
    },
    resolveId: (id) => (files.has(id) ? id : undefined),
    load: (id) => (files.has(id) ? html : undefined),
  };
}
