import { globSync, readFileSync } from 'node:fs';
import { dirname, join, sep } from 'node:path';
import { type Plugin, runnerImport } from 'vite';
import { pageHtml } from './page-html.ts';

/** The folders of `web` with a `main.tsx`: each is a page. Without the sandbox nothing of it is built. */
export function pagesIn(web: string, sandbox: boolean): string[] {
  const pages = globSync('**/main.tsx', { cwd: web }).map(dirname);
  return pages.filter((page) => sandbox || page.split(sep)[0] !== 'sandbox');
}

/** Makes each page's index.html, with the shell drawn by React. */
export function pagesPlugin(web: string, sandbox: boolean): Plugin {
  const pages = pagesIn(web, sandbox);
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
