import { setImmediate as nextTurn } from 'node:timers/promises';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createBatcher } from '../../../server/storage/batcher.ts';

/** A run that ends when the test says so. */
function openRuns() {
  const runs: { items: number[]; end(): void; fail(error: Error): void }[] = [];
  const run = (items: number[]) =>
    new Promise<string[]>((resolve, reject) => {
      runs.push({ items, end: () => resolve(items.map((item) => `result of ${item}`)), fail: reject });
    });
  return { runs, run };
}

describe('items', () => {
  it('that come in one turn share a run', async () => {
    const { runs, run } = openRuns();
    const batch = createBatcher(run, { size: 10, concurrency: 1 });
    const results = Promise.all([1, 2, 3].map(batch));
    await nextTurn();
    expect(runs.map(({ items }) => items)).toEqual([[1, 2, 3]]);
    runs[0]?.end();
    await expect(results).resolves.toEqual(['result of 1', 'result of 2', 'result of 3']);
  });

  it('that come while a run is under way gather for the next', async () => {
    const { runs, run } = openRuns();
    const batch = createBatcher(run, { size: 10, concurrency: 1 });
    const first = batch(1);
    await nextTurn();
    const later = Promise.all([2, 3].map(batch));
    await nextTurn();
    expect(runs).toHaveLength(1);
    runs[0]?.end();
    await first;
    await nextTurn();
    expect(runs[1]?.items).toEqual([2, 3]);
    runs[1]?.end();
    await later;
  });
});

it('an error reaches every item of its run, and no other', async () => {
  const { runs, run } = openRuns();
  const batch = createBatcher(run, { size: 2, concurrency: 2 });
  const settled = Promise.allSettled([1, 2, 3].map(batch));
  await nextTurn();
  await nextTurn();
  runs[0]?.fail(new Error('broken'));
  runs[1]?.end();
  expect(await settled).toMatchObject([
    { status: 'rejected', reason: { message: 'broken' } },
    { status: 'rejected', reason: { message: 'broken' } },
    { status: 'fulfilled', value: 'result of 3' },
  ]);
});

it('goes on after an error', async () => {
  let broken = true;
  const batch = createBatcher(
    async (items: number[]) => {
      if (broken) throw new Error('broken');
      return items;
    },
    { size: 1, concurrency: 1 },
  );
  await expect(batch(1)).rejects.toThrow('broken');
  broken = false;
  await expect(batch(2)).resolves.toBe(2);
});

it('results_belong_to_their_items, and the limits are kept whatever the order of runs', async () => {
  const limits = fc.record({
    size: fc.integer({ min: 1, max: 5 }),
    concurrency: fc.integer({ min: 1, max: 3 }),
  });
  await fc.assert(
    fc.asyncProperty(limits, fc.array(fc.nat(3), { maxLength: 30 }), async ({ size, concurrency }, turns) => {
      let underWay = 0;
      let most = 0;
      const begun: number[] = [];
      const batch = createBatcher(
        async (items: number[]) => {
          underWay += 1;
          most = Math.max(most, underWay);
          expect(items.length).toBeLessThanOrEqual(size);
          begun.push(...items);
          for (let turn = 0; turn < (turns[begun.length] ?? 0); turn += 1) await nextTurn();
          underWay -= 1;
          return items.map((item) => item * 10);
        },
        { size, concurrency },
      );
      const results: Promise<number>[] = [];
      for (const [index, turnsBefore] of turns.entries()) {
        for (let turn = 0; turn < turnsBefore; turn += 1) await nextTurn();
        results.push(batch(index));
      }
      expect(await Promise.all(results)).toEqual(turns.map((_, index) => index * 10));
      expect(begun).toEqual(turns.map((_, index) => index));
      expect(most).toBeLessThanOrEqual(concurrency);
    }),
    { numRuns: 50 },
  );
});
