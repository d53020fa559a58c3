import { expect, test } from '@playwright/test';
import { changesPage } from '../golden/changes-page.ts';
import { drawCards } from '../golden/draw-cards.ts';
import { cardsOfNow } from '../golden/golden-cards.ts';

test('changed cards are drawn before and after, side by side', async ({ browser, page }) => {
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

  await page.setContent(changesPage(drawn));
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('3 changed cards');
  await expect(page.getByRole('img', { name: 'before' })).toHaveCount(2);
  await expect(page.getByRole('img', { name: 'after' })).toHaveCount(3);
  await expect(page.getByRole('heading', { level: 2 })).toHaveText([
    'en/task.created',
    'en/task.same (looks the same)',
    'en/task.new',
  ]);
});
