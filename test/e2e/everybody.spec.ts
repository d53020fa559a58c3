import { expect, test } from '@playwright/test';
import { ALL_STATES } from '../states/all-states.ts';
import { changeTheme, DARK_THEMES, enter } from '../states/stage.ts';
import { axeFindings } from './everybody/axe.ts';
import { englishOn } from './everybody/english.ts';
import { keyboardFindings } from './everybody/keyboard.ts';
import { motionFindings } from './everybody/motion.ts';
import { reflowFindings } from './everybody/reflow.ts';

// Every test is a page by itself.
test.describe.configure({ mode: 'parallel' });

/** Nothing stands between anybody and any state of any page. */
for (const state of ALL_STATES) {
  test(`everybody can use it: ${state.name}`, async ({ page }) => {
    // Before the page opens: what moves already goes on.
    await page.emulateMedia({ reducedMotion: 'reduce' });
    const scene = await enter(page, state, 'en');
    expect.soft(await axeFindings(scene), 'axe').toEqual([]);
    expect.soft(await motionFindings(scene), 'reduced motion').toEqual([]);
    if (state.passing) return;
    expect.soft(await keyboardFindings(scene), 'keyboard').toEqual([]);
    expect.soft(await reflowFindings(scene), 'narrow screens').toEqual([]);
    for (const theme of DARK_THEMES) {
      await changeTheme(scene, theme);
      expect.soft(await axeFindings(scene, 'colours'), `axe, ${theme}`).toEqual([]);
    }
  });

  test(`nothing is left in English: ${state.name}`, async ({ page }) => {
    const scene = await enter(page, state, 'fr');
    expect.soft(await englishOn(scene), 'English').toEqual([]);
    if (state.passing) return;
    // Words are longer, and nothing else is another.
    expect.soft(await reflowFindings(scene), 'narrow screens').toEqual([]);
  });
}
