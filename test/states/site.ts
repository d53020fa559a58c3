import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Route } from '@playwright/test';

const BUILT_PAGES = join(import.meta.dirname, '../../dist/web');
/** Longer than any page rests after a change before it asks the server about it. */
const QUIET_MS = 300;

/** Lets time-outs of some seconds pass at once. */
const HURRY = `<script>
  const { setTimeout: wait } = window;
  window.setTimeout = (work, ms, ...args) => wait(work, ms < 10_000 ? ms / 50 : ms, ...args);
</script>`;

/** A fake server at the wire. */
export type Answer = (address: string, init: RequestInit) => Promise<Response>;

/** The built pages with a fake server behind them. */
export interface Site {
  serve(route: Route): Promise<void>;
  /** Waits until the page has all that it asked for, and asks for nothing more. */
  quiet(): Promise<void>;
}

export function createSite(answer: Answer, hurried = false): Site {
  let open = 0;
  let timer: NodeJS.Timeout | undefined;
  let quiet = Promise.withResolvers<void>();
  let isQuiet = false;

  function begin(): void {
    clearTimeout(timer);
    if (isQuiet) quiet = Promise.withResolvers();
    isQuiet = false;
    open += 1;
  }
  function end(): void {
    open -= 1;
    if (open > 0) return;
    timer = setTimeout(() => {
      isQuiet = true;
      quiet.resolve();
    }, QUIET_MS);
  }

  return {
    async serve(route) {
      begin();
      try {
        const { pathname } = new URL(route.request().url());
        if (!pathname.includes('/api/')) return await sendFile(route, pathname, hurried);
        return await ask(route, answer);
      } finally {
        end();
      }
    },
    quiet: () => quiet.promise,
  };
}

async function ask(route: Route, answers: Answer): Promise<void> {
  const request = route.request();
  const body = request.postData();
  const init = { method: request.method(), headers: request.headers(), ...(body !== null && { body }) };
  const answer = await answers(request.url(), init).catch(() => undefined);
  if (answer === undefined) return route.abort('connectionrefused');
  const { status, headers } = answer;
  const send = async () =>
    route.fulfill({ status, headers: Object.fromEntries(headers), body: await answer.text() });
  // Its end comes with the page's, if ever.
  if (headers.get('content-type') === 'text/event-stream') void send();
  else await send();
}

function sendFile(route: Route, pathname: string, hurried: boolean): Promise<void> {
  const path = join(BUILT_PAGES, pathname.includes('.') ? pathname : `${pathname}/index.html`);
  if (!existsSync(path)) return route.fulfill({ status: 404 });
  if (!hurried || !path.endsWith('.html')) return route.fulfill({ path });
  const body = readFileSync(path, 'utf8').replace('<head>', `$&${HURRY}`);
  return route.fulfill({ contentType: 'text/html', body });
}
