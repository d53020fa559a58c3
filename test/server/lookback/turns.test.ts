import { expect, it } from 'vitest';
import { createTurns } from '../../../server/lookback/turns.ts';

/** Work that ends when it is told to. */
function openWork() {
  const work = { started: false, end() {} };
  const done = new Promise<void>((resolve) => {
    work.end = resolve;
  });
  return {
    work,
    run: () => {
      work.started = true;
      return done;
    },
  };
}

/** Everything that is under way without waiting has happened. */
const settled = () => new Promise((resolve) => setImmediate(resolve));

it('runs so much at once, and the next in the order it came', async () => {
  const turns = createTurns(2);
  const works = Array.from({ length: 4 }, openWork);
  const running = works.map(({ run }) => turns(run));
  const started = () => works.map(({ work }) => work.started);

  await settled();
  expect(started()).toEqual([true, true, false, false]);
  works[1]?.work.end();
  await settled();
  expect(started()).toEqual([true, true, true, false]);
  for (const { work } of works) work.end();
  await Promise.all(running);
  expect(started()).toEqual([true, true, true, true]);
});

it('leaves out work that nobody waits for any more, and goes on with the next', async () => {
  const turns = createTurns(1);
  const [first, gone, last] = [openWork(), openWork(), openWork()];
  const control = new AbortController();
  const running = [turns(first.run), turns(gone.run, control.signal), turns(last.run)];
  control.abort(new Error('gone'));
  first.work.end();

  await expect(running[1]).rejects.toThrow('gone');
  expect(gone.work.started).toBe(false);
  last.work.end();
  await Promise.all([running[0], running[2]]);
});

it('goes on after work that failed', async () => {
  const turns = createTurns(1);
  await expect(turns(() => Promise.reject(new Error('no')))).rejects.toThrow('no');
  expect(await turns(async () => 'fine')).toBe('fine');
});
