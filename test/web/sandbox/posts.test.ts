import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Post } from '../../../server/sandbox/schema.ts';
import { newestOf, withPosts } from '../../../web/sandbox/posts.ts';

function post(id: number, channelId = 'builds'): Post {
  const sender = { name: 'Cardwire', kind: 'connector' } as const;
  return { id, channelId, sender, format: 'text', content: 'x', postedAt: '2026-11-21T08:00:00.000Z' };
}

it('each_post_stands_once_and_in_order_however_it_came', () => {
  const arrivals = fc.array(
    fc.array(fc.tuple(fc.integer({ min: 1, max: 30 }), fc.constantFrom('builds', 'support'))),
  );
  fc.assert(
    fc.property(arrivals, (batches) => {
      const known = batches.reduce(
        (sum, batch) =>
          withPosts(
            sum,
            batch.map(([id, c]) => post(id, c)),
          ),
        {},
      );
      for (const [channelId, posts] of Object.entries<readonly Post[]>(known)) {
        const came = new Set(
          batches
            .flat()
            .filter(([, c]) => c === channelId)
            .map(([id]) => id),
        );
        expect(posts.map(({ id }) => id)).toEqual([...came].sort((one, other) => one - other));
      }
    }),
  );
});

it('knows the newest post of all channels', () => {
  expect(newestOf({})).toBe(0);
  expect(newestOf(withPosts({}, [post(3), post(9, 'support'), post(5)]))).toBe(9);
});

it('leaves a channel untouched that got nothing', () => {
  const known = withPosts({}, [post(1, 'support')]);
  expect(withPosts(known, [post(2)]).support).toBe(known.support);
});
