import { expect, test } from '@playwright/test';
import { changesPage } from '../golden/changes-page.ts';
import { drawCards } from '../golden/draw-cards.ts';
import { cardsOfNow } from '../golden/golden-cards.ts';
import { pictureDifference } from '../golden/picture-difference.ts';

test('changed cards are drawn before and after, with the pixels that differ', async ({ browser, page }) => {
  const card = cardsOfNow().get('en/task.created') ?? {};
  const before = JSON.parse(JSON.stringify(card).replaceAll('New task', 'Another task'));
  const changes = [
    { name: 'en/task.created', before, after: card },
    { name: 'en/task.same', before: card, after: card },
    { name: 'en/task.new', after: card },
  ];
  const drawn = await drawCards(browser, changes);
  expect(drawn.map(({ before, after }) => [before !== undefined, after !== undefined])).toEqual([
    [true, true],
    [true, true],
    [false, true],
  ]);

  const [changed, same, added] = drawn.map(({ difference }) => difference);
  expect(changed?.pixels).toBeGreaterThan(50);
  expect(same?.pixels).toBe(0);
  expect(added).toBeUndefined();

  await page.setContent(changesPage(drawn));
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('3 changed cards');
  await expect(page.getByRole('img', { name: 'before' })).toHaveCount(2);
  await expect(page.getByRole('img', { name: 'after' })).toHaveCount(3);
  await expect(page.getByRole('img', { name: 'difference' })).toHaveCount(1);
  await expect(page.getByRole('heading', { level: 2 })).toHaveText([
    /^en\/task\.created \([\d,]+ pixels differ\)$/,
    'en/task.same (looks the same)',
    'en/task.new',
  ]);
});

test('of two pictures every pixel that differs is counted, also where only one of them reaches', async ({
  page,
}) => {
  const pictureOf = (html: string, width: number) =>
    page.setContent(html).then(() => page.screenshot({ clip: { x: 0, y: 0, width, height: 20 } }));
  const white = await pictureOf('', 30);
  const dotted = await pictureOf(
    '<i style="position: fixed; left: 5px; top: 5px; width: 3px; height: 2px; background: blue"></i>',
    30,
  );
  const wider = await pictureOf('', 32);
  expect((await pictureDifference(page, white, white)).pixels).toBe(0);
  expect((await pictureDifference(page, white, dotted)).pixels).toBe(6);
  expect((await pictureDifference(page, wider, white)).pixels).toBe(40);
});
