// `npm run pages`: what pages weigh, and how soon something is seen of them, as the tables of docs/performance.md.
import { cpus } from 'node:os';
import { join } from 'node:path';
import { chromium } from '@playwright/test';
import { startSandboxServer } from '../e2e/server.ts';
import { MEASURED_PAGES, measurePaint } from './first-paint.ts';
import { pageSize } from './page-sizes.ts';
import { LINES } from './slow-line.ts';

const BUILT_PAGES = join(import.meta.dirname, '../../dist/web');
const PAGES = ['config', 'channel', 'event', 'remove', 'signin'];
const CHROMIUM_ARGS = ['--no-sandbox', '--disable-gpu', '--disable-site-isolation-trials'];

const kB = (bytes: number) => `${(bytes / 1_000).toFixed(1)} kB`;

console.log(`| page | HTML | scripts at once | gzip | Brotli |
|---|---|---|---|---|`);
for (const { page, html, scripts, gzip, brotli } of PAGES.map((page) => pageSize(BUILT_PAGES, page)))
  console.log(`| \`/${page}\` | ${kB(html)} | ${scripts} | ${kB(gzip)} | ${kB(brotli)} |`);

const server = await startSandboxServer();
const { CHROMIUM } = process.env;
const browser = await chromium.launch({
  ...(CHROMIUM !== undefined && { executablePath: CHROMIUM }),
  // The frame stays in its host's process, where the line is slowed down.
  args: [...CHROMIUM_ARGS, '--disable-features=IsolateOrigins,site-per-process'],
});
try {
  console.log(`\nChromium ${browser.version()}, ${cpus().length} cores (${cpus()[0]?.model ?? 'unknown'})\n
| page | line | first paint | content |
|---|---|---|---|`);
  for (const line of LINES) {
    for (const page of MEASURED_PAGES) {
      const { firstPaintMs, contentMs } = await measurePaint(browser, server.origin, page, line);
      console.log(`| \`/${page}\` | ${line.name} | ${firstPaintMs} ms | ${contentMs} ms |`);
    }
  }
} finally {
  await browser.close();
  await server.stop();
}
