import { expect, it } from 'vitest';
import { createCached } from '../../../server/telemetry/cached.ts';

function counted(outcomes: ('good' | 'bad')[] = []) {
  const clock = { ms: 0 };
  let reads = 0;
  const look = createCached(
    async () => {
      reads += 1;
      if (outcomes[reads - 1] === 'bad') throw new Error(`read ${reads} failed`);
      return reads;
    },
    1_000,
    () => clock.ms,
  );
  return { look, clock };
}

it('reads once for all who ask at the same time', async () => {
  const { look } = counted();
  expect(await Promise.all([look(), look(), look()])).toEqual([1, 1, 1]);
});

it('keeps what was read for its time, and reads again after it', async () => {
  const { look, clock } = counted();
  await look();
  clock.ms = 999;
  expect(await look()).toBe(1);
  clock.ms = 1_000;
  expect(await look()).toBe(2);
});

it('keeps a failure as long, so that asking often costs nothing then either', async () => {
  const { look, clock } = counted(['bad', 'good']);
  await expect(look()).rejects.toThrow('read 1 failed');
  await expect(look()).rejects.toThrow('read 1 failed');
  clock.ms = 1_000;
  expect(await look()).toBe(2);
});
