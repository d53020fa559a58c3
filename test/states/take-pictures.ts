import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser } from '@playwright/test';
import { ALL_STATES } from './all-states.ts';
import { contactSheet, type Shot } from './contact-sheet.ts';
import { changeTheme, LANGUAGES, openStage, THEMES } from './stage.ts';
import type { Language, State } from './state.ts';

/** As wide as the dialogs of Teams. */
const VIEWPORT = { width: 720, height: 640 };
const AT_ONCE = 2;

/** Takes a picture of every state whose name holds `wanted`, in each language and theme; gives the sheet's path. */
export async function takePictures(browser: Browser, folder: string, wanted = ''): Promise<string> {
  mkdirSync(folder, { recursive: true });
  const rest = ALL_STATES.filter(({ name }) => name.includes(wanted)).flatMap((state) =>
    LANGUAGES.map((language) => ({ state, language })),
  );
  const shots: Shot[] = [];
  const work = async () => {
    for (let next = rest.shift(); next !== undefined; next = rest.shift()) {
      shots.push(...(await shoot(browser, folder, next.state, next.language)));
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  const sheet = join(folder, 'index.html');
  writeFileSync(sheet, contactSheet(shots.toSorted((a, b) => a.file.localeCompare(b.file))));
  return sheet;
}

async function shoot(browser: Browser, folder: string, state: State, language: Language): Promise<Shot[]> {
  const page = await browser.newPage({ viewport: VIEWPORT, reducedMotion: 'reduce' });
  try {
    const stage = await openStage(page);
    const scene = await stage.enter(state, language);
    const showAll = async () => {
      const height: number = await scene.frame.locator('html').evaluate((root) => root.scrollHeight);
      await page.setViewportSize({ ...VIEWPORT, height: Math.max(VIEWPORT.height, height) });
      if (!state.passing) await scene.quiet();
    };
    // What comes into view may be loaded only then, and be larger.
    await showAll();
    const shots: Shot[] = [];
    for (const theme of THEMES) {
      await changeTheme(scene, theme);
      await showAll();
      const file = `${state.name.toLowerCase().replaceAll(/[^a-z]+/g, '-')}.${language}.${theme}.png`;
      await page.screenshot({ path: join(folder, file) });
      shots.push({ state: state.name, language, theme, file });
    }
    return shots;
  } finally {
    await page.close();
  }
}
