import fc from 'fast-check';
import { expect, it } from 'vitest';
import { createGate } from '../../../server/delivery/gate.ts';

it('lets work through and answers with its result', async () => {
  await expect(createGate(1).pass(async () => 'done')).resolves.toBe('done');
});

it('gives the place of work that fails to the next', async () => {
  const gate = createGate(1);
  const failing = gate.pass(() => Promise.reject(new Error('broken')));
  const next = gate.pass(async () => 'done');
  await expect(failing).rejects.toThrow('broken');
  await expect(next).resolves.toBe('done');
  expect(gate.inside()).toBe(0);
});

it('is crowded while somebody waits to come in', async () => {
  const gate = createGate(1);
  const { promise, resolve } = Promise.withResolvers<void>();
  const first = gate.pass(() => promise);
  expect(gate.crowded()).toBe(false);
  const second = gate.pass(async () => {});
  expect(gate.crowded()).toBe(true);
  resolve();
  await Promise.all([first, second]);
  expect(gate.crowded()).toBe(false);
});

it('never_more_inside_than_its_size, and in the order they came', async () => {
  await fc.assert(
    fc.asyncProperty(fc.integer({ min: 1, max: 5 }), fc.nat(20), fc.scheduler(), async (size, count, s) => {
      const gate = createGate(size);
      const entered: number[] = [];
      let most = 0;
      const works = Array.from({ length: count }, (_, index) =>
        gate.pass(async () => {
          entered.push(index);
          most = Math.max(most, gate.inside());
          await s.schedule(Promise.resolve());
        }),
      );
      await s.waitFor(Promise.all(works));
      expect(most).toBe(Math.min(size, count));
      expect(entered).toEqual(Array.from({ length: count }, (_, index) => index));
      expect(gate.inside()).toBe(0);
    }),
  );
});
