import { join } from 'node:path';
import type { Page } from '@playwright/test';

/** Where two pictures differ. */
export interface PictureDifference {
  /** How many pixels; what only one of them has counts, too. */
  pixels: number;
  /** The second picture, faint, with those pixels in red. PNG. */
  picture: Buffer;
}

/** A script and no module of ours: it lives in the browser, whose names the server's code does not know. */
const IN_BROWSER = join(import.meta.dirname, 'compare-pictures.js');

interface Compared {
  pixels: number;
  /** In base64. */
  png: string;
}

/** Compares two PNGs pixel by pixel. Any page will do: its browser reads and writes the pictures. */
export async function pictureDifference(
  page: Page,
  before: Buffer,
  after: Buffer,
): Promise<PictureDifference> {
  await page.addScriptTag({ path: IN_BROWSER });
  const sides = [before, after].map((png) => png.toString('base64'));
  const { pixels, png } = await page.evaluate<Compared>(`comparePictures(${JSON.stringify(sides)})`);
  return { pixels, picture: Buffer.from(png, 'base64') };
}
