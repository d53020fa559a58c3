import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from '@playwright/test';
import { BUDGET_BYTES } from '../../server/cards/budget.ts';
import type { Gallery } from '../../server/sandbox/schema.ts';
import type { CardChange, GoldenCard } from './golden-cards.ts';
import { type PictureDifference, pictureDifference } from './picture-difference.ts';

/** Pictures of a change, as PNG. */
export interface DrawnChange {
  name: string;
  before?: Buffer;
  after?: Buffer;
  /** Of a card that there was and still is. */
  difference?: PictureDifference;
}

/** No such host: every request to it is answered from the built pages. */
const ORIGIN = 'http://cards.example';
const PAGES = join(import.meta.dirname, '../../dist/web');

/** Stands in for pictures from elsewhere, so that drawing needs no network. */
const PICTURE =
  '<svg xmlns="http://www.w3.org/2000/svg"><rect width="100%" height="100%" fill="#8a8886"/></svg>';

/** Draws each change before and after with the gallery's own page, in one language's words. Needs built pages. */
export async function drawCards(browser: Browser, changes: readonly CardChange[]): Promise<DrawnChange[]> {
  const page = await browser.newPage({ viewport: { width: 1080, height: 900 }, deviceScaleFactor: 1 });
  try {
    await servePages(page, galleryOf(changes));
    await page.goto(`${ORIGIN}/sandbox/cards`);
    const picture = async (name: string, side: 'before' | 'after'): Promise<Buffer> => {
      const card = page.locator(`[data-card="${name} ${side}"]`);
      await card.locator('.ac-adaptiveCard').last().waitFor({ state: 'attached' });
      await showAlone(page, `${name} ${side}`);
      return card.locator('[data-theme]').screenshot({ animations: 'disabled' });
    };
    const drawn: DrawnChange[] = [];
    for (const { name, before, after } of changes) {
      const was = before && (await picture(name, 'before'));
      const is = after && (await picture(name, 'after'));
      drawn.push({
        name,
        ...(was && { before: was }),
        ...(is && { after: is }),
        ...(was && is && { difference: await pictureDifference(page, was, is) }),
      });
    }
    return drawn;
  } finally {
    await page.close();
  }
}

/** The same card is the same picture only in the same place: a fraction of a pixel changes how text is drawn. */
async function showAlone(page: Page, id: string): Promise<void> {
  await page.locator('[data-card]').evaluateAll((cards, id) => {
    for (const card of cards) {
      card.setAttribute('style', card.getAttribute('data-card') === id ? '' : 'display: none');
    }
  }, id);
}

async function servePages(page: Page, gallery: Gallery): Promise<void> {
  await page.route('**/*', (route) => {
    const { origin, pathname } = new URL(route.request().url());
    if (origin !== ORIGIN) return route.fulfill({ contentType: 'image/svg+xml', body: PICTURE });
    if (pathname === '/sandbox/api/cards') return route.fulfill({ json: gallery });
    const path = join(PAGES, pathname === '/sandbox/cards' ? 'sandbox/cards/index.html' : pathname);
    return existsSync(path) ? route.fulfill({ path }) : route.fulfill({ status: 404 });
  });
}

function galleryOf(changes: readonly CardChange[]): Gallery {
  const shown = (name: string, side: string, card: GoldenCard | undefined) =>
    card ? [{ id: `${name} ${side}`, title: name, bodies: bodiesOf(card) }] : [];
  return {
    budgetBytes: BUDGET_BYTES,
    cards: changes.flatMap(({ name, before, after }) => [
      ...shown(name, 'before', before),
      ...shown(name, 'after', after),
    ]),
  };
}

function bodiesOf(card: GoldenCard): Gallery['cards'][number]['bodies'] {
  return (['workflow', 'connector'] as const)
    .filter((kind) => card[kind] !== undefined)
    .map((kind) => ({
      kind,
      payload: card[kind],
      bytes: Buffer.byteLength(JSON.stringify(card[kind])),
    }));
}
