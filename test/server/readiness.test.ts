import { expect, it } from 'vitest';
import { whatIsMissing } from '../../server/readiness.ts';

const ENGINE = { shards: 32, nodes: 2, renewedAgoMs: 1_900, lanes: 0, posts: 0, stopping: false };
const READY = { missingMigrations: [], engine: ENGINE };

it('is nothing when the database answers and the leases are fresh', () => {
  expect(whatIsMissing(READY)).toEqual([]);
});

it('is nothing when other nodes hold all shards: this one takes over when they fall free', () => {
  expect(whatIsMissing({ ...READY, engine: { ...ENGINE, shards: 0 } })).toEqual([]);
});

it.each([
  ['a database that does not answer', { missingMigrations: undefined }, 'does not answer'],
  ['migrations, by their names', { missingMigrations: ['1_first', '2_next'] }, '1_first, 2_next'],
  ['an engine that has not started', { engine: undefined }, 'starting'],
  ['the will to go on', { engine: { ...ENGINE, stopping: true } }, 'stopping'],
  ['leases that were renewed lately', { engine: { ...ENGINE, renewedAgoMs: 8_001 } }, 'renew'],
  ['shards, when there is no other node', { engine: { ...ENGINE, shards: 0, nodes: 1 } }, 'no shards'],
])('is %s', (_what, change, words) => {
  expect(whatIsMissing({ ...READY, ...change })).toEqual([expect.stringContaining(words)]);
});

it('is all of it at once', () => {
  const engine = { ...ENGINE, renewedAgoMs: Number.POSITIVE_INFINITY };
  expect(whatIsMissing({ missingMigrations: undefined, engine })).toHaveLength(2);
});
