import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { expect, it } from 'vitest';

/** Prints how many files of the library are loaded: with the server, then with what makes the document. */
const PROGRAM = `
  import { createRequire } from 'node:module';
  const { cache } = createRequire(import.meta.url);
  const loaded = () => Object.keys(cache).filter((file) => file.includes('@fastify/swagger')).length > 0;
  await import('./server/run.ts');
  const before = loaded();
  await import('./server/openapi/document.ts');
  console.log(before, loaded());
  process.exit();
`;

it('what makes the document is not loaded before somebody asks for it', async () => {
  const { stdout } = await promisify(execFile)('node', ['--input-type=module', '--eval', PROGRAM]);
  expect(stdout.trim()).toBe('false true');
});
