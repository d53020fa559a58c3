import { createHmac, randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

/** Of the server in production that the tests start. */
export const GITHUB_SECRET = 'the secret of the browser tests';

interface Example {
  name: string;
  examples: unknown[];
}

/** A real payload of GitHub's (of a push: one with commits), of the collection that GitHub's own client is tested with. */
export function githubPayload(name: string): unknown {
  const file = createRequire(import.meta.url).resolve('@octokit/webhooks-examples/api.github.com/index.json');
  const examples: Example[] = JSON.parse(readFileSync(file, 'utf8'));
  const all = examples.find((example) => example.name === name)?.examples ?? [];
  const payload = all.find((candidate) => !JSON.stringify(candidate).includes('"commits":[]'));
  if (payload === undefined) throw new Error(`there is no example of ${name}`);
  return payload;
}

/** Sends it as GitHub does: signed, with the headers of a webhook. */
export function sendGithub(origin: string, name: string, payload: unknown): Promise<Response> {
  const body = JSON.stringify(payload);
  return fetch(`${origin}/api/sources/github`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      'x-github-event': name,
      'x-github-delivery': randomUUID(),
      'x-hub-signature-256': `sha256=${createHmac('sha256', GITHUB_SECRET).update(body).digest('hex')}`,
    },
    body,
  });
}
