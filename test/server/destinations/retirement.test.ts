import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { retiredSince } from '../../../server/destinations/retirement.ts';

it('tells since when connectors are retired: the day that docs/destinations.md names', () => {
  const docs = readFileSync(new URL('../../../docs/destinations.md', import.meta.url), 'utf8');
  expect(docs).toContain(`retired since ${retiredSince('connector')}`);
});

it('workflows are not retired', () => {
  expect(retiredSince('workflow')).toBeUndefined();
});
