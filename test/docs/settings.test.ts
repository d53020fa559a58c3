import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';

it('documents every setting that the server reads, and no other', () => {
  const source = readFileSync('server/settings.ts', 'utf8');
  const read = [
    ...source.matchAll(/\bread(?:<[^>]*>)?\(\s*'([A-Z_]+)'/g),
    ...source.matchAll(/\benv\.([A-Z_]+)/g),
  ];
  const page = readFileSync('docs/settings.md', 'utf8');
  const documented = [...page.matchAll(/^\| `([A-Z_]+)`/gm)];
  const names = (matches: RegExpExecArray[]) => [...new Set(matches.map((match) => match[1]))].sort();
  expect(names(documented)).toEqual(names(read));
});
