import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { createRequire } from 'node:module';
import type { AddressInfo } from 'node:net';

/** The SDKs that the foreign pages come with, each as its users load it: one file for the browser. */
export const SDKS = {
  '1.13': 'teams-js-1/dist/MicrosoftTeams.min.js',
  '2.0': 'teams-js-2.0/dist/MicrosoftTeams.min.js',
  newest: '@microsoft/teams-js/dist/umd/MicrosoftTeams.min.js',
} as const;
export type Sdk = keyof typeof SDKS;

/** Somebody's app: one configuration page that knows nothing of the sandbox, and what was saved with it. */
export interface ForeignApp {
  pageUrl(sdk: Sdk): string;
  /** What the page told its server, in order. */
  saved: { settings: Record<string, unknown>; frame: string }[];
  stop(): Promise<void>;
}

/** Serves it from an origin of its own, with headers that let only Teams embed it. */
export async function startForeignApp(): Promise<ForeignApp> {
  const saved: ForeignApp['saved'] = [];
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '', 'http://app.example');
    const sdk = /^\/sdk-(.+)\.js$/.exec(pathname)?.[1];
    if (pathname === '/saved' && request.method === 'POST') {
      let body = '';
      request.on('data', (chunk) => {
        body += chunk;
      });
      request.on('end', () => {
        saved.push(JSON.parse(body));
        response.end('{}');
      });
    } else if (sdk && Object.hasOwn(SDKS, sdk)) {
      const file = createRequire(import.meta.url).resolve(SDKS[sdk as Sdk]);
      response.setHeader('content-type', 'text/javascript').end(readFileSync(file));
    } else if (/^\/(setup|hello)-/.test(pathname)) {
      response
        .setHeader('content-type', 'text/html; charset=utf-8')
        .setHeader('x-frame-options', 'SAMEORIGIN')
        .setHeader('content-security-policy', 'frame-ancestors https://teams.microsoft.com')
        .end(page(pathname.replace(/^\/\w+-/, '')));
    } else response.writeHead(404).end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    pageUrl: (sdk) => `http://127.0.0.1:${port}/setup-${sdk}?theme={theme}`,
    saved,
    stop: () => new Promise((resolve) => server.close(() => resolve())),
  };
}

/** Written with the names of the SDK's first version, which all versions understand. */
function page(sdk: string): string {
  return `<!doctype html><title>Weather</title><script src="/sdk-${sdk}.js"></script>
<h1>Weather</h1><label>Town <input id="town"></label><p id="theme"></p><p id="again"></p>
<script>
  const tell = (body) => fetch('/saved', { method: 'POST', body: JSON.stringify(body) });
  document.getElementById('theme').textContent = new URLSearchParams(location.search).get('theme');
  microsoftTeams.initialize(() => {});
  microsoftTeams.getContext((context) => {
    if (context.frameContext === 'settings') settings();
    if (context.frameContext === 'remove') {
      document.querySelector('h1').textContent = 'Keep the weather?';
      microsoftTeams.settings.registerOnRemoveHandler((event) => event.notifyFailure('It is still raining'));
    }
    if (context.frameContext === 'content') document.querySelector('h1').textContent = 'Sunny in ' + context.entityId;
  });
  function settings() {
    const { settings } = microsoftTeams;
    const town = document.getElementById('town');
    town.oninput = () => settings.setValidityState(town.value !== '');
    settings.getSettings((known) => {
      town.value = known.entityId || '';
      document.getElementById('again').textContent = known.entityId ? 'Known: ' + known.entityId : 'New';
      settings.setValidityState(town.value !== '');
    });
    settings.registerOnSaveHandler((event) => {
      if (town.value === 'Never') return;
      settings.setSettings({
        entityId: town.value,
        contentUrl: location.origin + location.pathname.replace('setup', event.result && event.result.webhookUrl ? 'setup' : 'hello'),
        removeUrl: location.origin + location.pathname,
        suggestedDisplayName: 'Weather of ' + town.value,
      }, () => settings.getSettings((final) =>
        tell({ settings: final, frame: 'save' }).then(() => event.notifySuccess())));
    });
    settings.registerOnRemoveHandler((event) => tell({ settings: {}, frame: 'remove' }).then(() => event.notifySuccess()));
  }
</script>`;
}
