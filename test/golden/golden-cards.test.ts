import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { acceptChanges, cardsOfNow, compareCards, readGolden } from './golden-cards.ts';

it('every card is as it was accepted: else look with `npm run cards`, accept with `npm run cards -- --update`', async () => {
  const changed = compareCards(await readGolden(), cardsOfNow()).map(({ name }) => name);
  expect(changed).toEqual([]);
});

it('tells what changed, came and went, and accepts it', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'cardwire-golden-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  const [one, two, three] = [{ workflow: 1 }, { workflow: 2 }, { workflow: 3 }];
  const first = compareCards(
    new Map(),
    new Map([
      ['en/a', one],
      ['en/b', two],
      ['fr/a', two],
    ]),
  );
  await acceptChanges(first, folder);
  const now = new Map([
    ['en/a', one],
    ['en/b', three],
    ['en/c', one],
  ]);
  const changes = compareCards(await readGolden(folder), now);
  expect(changes).toEqual([
    { name: 'en/b', before: two, after: three },
    { name: 'en/c', after: one },
    { name: 'fr/a', before: two },
  ]);
  await acceptChanges(changes, folder);
  expect(compareCards(await readGolden(folder), now)).toEqual([]);
});
