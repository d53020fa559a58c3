import { existsSync, rmSync } from 'node:fs';
import { expect, it } from 'vitest';
import { openWorkshop } from './workshop.ts';

it('ends what was registered, the last one first, and what registers itself meanwhile', async () => {
  const workshop = openWorkshop();
  const ended: string[] = [];
  const step = (name: string) => async () => {
    ended.push(`${name} ${workshop.isClosing()}`);
  };
  workshop.atTheEnd(step('first'));
  workshop.atTheEnd(async () => {
    await step('second')();
    workshop.atTheEnd(step('late'));
  });
  expect(workshop.isClosing()).toBe(false);
  await workshop.close();
  expect(ended).toEqual(['second true', 'late true', 'first true']);
});

it('leaves its folder only when told to', async () => {
  const removed = openWorkshop();
  expect(existsSync(removed.folder)).toBe(true);
  await removed.close();
  expect(existsSync(removed.folder)).toBe(false);

  const kept = openWorkshop();
  await kept.close(true);
  expect(existsSync(kept.folder)).toBe(true);
  rmSync(kept.folder, { recursive: true });
});
