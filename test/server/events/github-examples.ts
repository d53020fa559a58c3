import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

/** One payload that GitHub really sent, and the event that it sent it for. */
export interface GithubExample {
  name: string;
  payload: Record<string, unknown>;
}

const folder = dirname(createRequire(import.meta.url).resolve('@octokit/webhooks-examples/package.json'));

const read = new Map<string, GithubExample[]>();

/** Every payload of `@octokit/webhooks-examples` from github.com or a version of GitHub Enterprise Server. */
export function githubExamples(server = 'api.github.com'): GithubExample[] {
  const known = read.get(server) ?? readExamples(server);
  read.set(server, known);
  return known;
}

/** Four megabytes of JSON: read once in a test file. */
function readExamples(server: string): GithubExample[] {
  const definitions: { name: string; examples: GithubExample['payload'][] }[] = JSON.parse(
    readFileSync(join(folder, server, 'index.json'), 'utf8'),
  );
  return definitions.flatMap(({ name, examples }) => examples.map((payload) => ({ name, payload })));
}

/** The first payload of an event that passes the test. */
export function githubExample(
  name: string,
  test: (payload: GithubExample['payload']) => boolean = () => true,
): GithubExample['payload'] {
  const found = githubExamples().find((example) => example.name === name && test(example.payload));
  if (found === undefined) throw new Error(`there is no such payload of ${name}`);
  return structuredClone(found.payload);
}

/** The payload with another value at a path: `withValue(payload, ['issue', 'title'], 'x')`. */
export function withValue(payload: unknown, path: readonly string[], value: unknown): unknown {
  const [key, ...rest] = path;
  if (key === undefined) return value;
  if (Array.isArray(payload)) {
    return payload.map((element, index) =>
      String(index) === key ? withValue(element, rest, value) : element,
    );
  }
  const object = typeof payload === 'object' && payload !== null ? payload : {};
  return { ...object, [key]: withValue(Reflect.get(object, key), rest, value) };
}

/** Passes payloads with this action. */
export function hasAction(wanted: string): (payload: GithubExample['payload']) => boolean {
  return (payload) => payload.action === wanted;
}

/** Passes pushes that carry commits. */
export function hasCommits({ commits }: GithubExample['payload']): boolean {
  return Array.isArray(commits) && commits.length > 0;
}

/** A finished run with a conclusion of choice. */
export function finishedRun(conclusion: string | null): unknown {
  const payload = githubExample('workflow_run', hasAction('completed'));
  return withValue(payload, ['workflow_run', 'conclusion'], conclusion);
}
