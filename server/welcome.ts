import type { Running } from './run.ts';
import type { Settings } from './settings.ts';

/** What is printed once everything runs: where to look and what to try. */
export function welcome(settings: Settings, { port, apiKey, operateKey }: Running): string {
  if (!settings.sandbox) return `\nCardwire runs at ${settings.publicUrl} (port ${port}).\n`;
  const url = `http://localhost:${port}`;
  return `
Cardwire runs. Open the sandbox, a stand-in for Teams:

  ${url}/sandbox

Choose a channel, configure it, and send it an event:

  curl ${url}/api/events \\
    -H 'Authorization: Bearer ${apiKey}' \\
    -H 'Content-Type: application/json' \\
    -d '{"type": "task.created", "title": "Order the cake", "text": "For **Friday**, please."}'

See how everything stands, with the key ${operateKey}:

  ${url}/operate

Ctrl-C stops everything. Nothing is lost.
`;
}
