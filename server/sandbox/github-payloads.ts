import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { type Fields, isFields } from './message.ts';

/**
 * The payloads of `@octokit/webhooks-examples`: what GitHub really sent, collected by its users. Kept once
 * read: four megabytes of JSON that a sandbox needs only when a sample is sent.
 */
let examples: Promise<unknown[]> | undefined;

/**
 * The first example payload of a GitHub event that passes `test`. Throws when there is none, which only a
 * new version of the examples can bring about.
 */
export async function githubPayload(event: string, test: (payload: Fields) => boolean): Promise<Fields> {
  examples ??= readExamples();
  for (const definition of await examples) {
    if (!isFields(definition) || definition.name !== event || !Array.isArray(definition.examples)) continue;
    const payload = definition.examples.filter(isFields).find(test);
    if (payload) return payload;
  }
  throw new Error(`@octokit/webhooks-examples has no fitting payload of ${event}`);
}

async function readExamples(): Promise<unknown[]> {
  const file = createRequire(import.meta.url).resolve('@octokit/webhooks-examples');
  const definitions: unknown = JSON.parse(await readFile(file, 'utf8'));
  return Array.isArray(definitions) ? definitions : [];
}
