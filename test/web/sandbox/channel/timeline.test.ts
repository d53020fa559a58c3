import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Miss } from '../../../../server/sandbox/behaviour.ts';
import { timelineOf } from '../../../../web/sandbox/channel/timeline.ts';
import { post } from '../fake-api.ts';

function at(second: number): string {
  return new Date(Date.UTC(2026, 10, 21, 8, 0, second)).toISOString();
}

function miss(id: number, second: number, part: Partial<Miss> = {}): Miss {
  const sender = { name: 'Alerts', kind: 'workflow' } as const;
  return { id, channelId: 'builds', sender, bytes: 9, status: 429, words: 'no', at: at(second), ...part };
}

function shown(posts: number[], misses: Miss[], earlier = false) {
  const entries = timelineOf(
    posts.map((second) => post({ id: second, postedAt: at(second) })),
    misses,
    earlier,
  );
  return entries.map((entry) => (entry.kind === 'post' ? entry.post.id : `${entry.count}×${entry.last.id}`));
}

it('puts misses between the posts by their time', () => {
  expect(shown([1, 5], [miss(7, 3), miss(8, 6)])).toEqual([1, '1×7', 5, '1×8']);
});

it('counts misses of one kind in a row, and names the last', () => {
  expect(shown([1], [miss(1, 2), miss(2, 3), miss(3, 4, { status: 0 }), miss(4, 5)])).toEqual([
    1,
    '2×2',
    '1×3',
    '1×4',
  ]);
});

it('leaves out what is older than the oldest post while there are earlier ones to read', () => {
  expect(shown([5], [miss(1, 2), miss(2, 6)], true)).toEqual([5, '1×2']);
  expect(shown([5], [miss(1, 2), miss(2, 6)])).toEqual(['1×1', 5, '1×2']);
  expect(shown([], [miss(1, 2)])).toEqual(['1×1']);
});

it('neither_loses_nor_invents_a_miss', () => {
  fc.assert(
    fc.property(
      fc.array(fc.tuple(fc.nat(50), fc.constantFrom(200, 429, 0))),
      fc.array(fc.nat(50)),
      (some, posts) => {
        const misses = some.map(([second, status], index) => miss(index, second, { status }));
        const entries = timelineOf(
          [0, ...posts].sort((a, b) => a - b).map((second, id) => post({ id, postedAt: at(second) })),
          misses,
          false,
        );
        const counted = entries.reduce((sum, entry) => sum + (entry.kind === 'miss' ? entry.count : 0), 0);
        expect(counted).toBe(misses.length);
        expect(entries.filter(({ kind }) => kind === 'post')).toHaveLength(posts.length + 1);
      },
    ),
  );
});
