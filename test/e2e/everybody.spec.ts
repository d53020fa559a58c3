import { test as base, expect } from '@playwright/test';
import { ALL_STATES } from '../states/all-states.ts';
import { changeTheme, DARK_THEMES, openStage, type Stage } from '../states/stage.ts';
import { axeFindings } from './everybody/axe.ts';
import { englishOn } from './everybody/english.ts';
import { keyboardFindings } from './everybody/keyboard.ts';
import { motionFindings } from './everybody/motion.ts';
import { reflowFindings } from './everybody/reflow.ts';

// A browser's page that is warm opens the next state in a third of the time.
const test = base.extend<object, { stage: Stage }>({
  stage: [
    async ({ browser }, use) => {
      // Before pages open: what moves already goes on.
      const page = await browser.newPage({ reducedMotion: 'reduce' });
      await use(await openStage(page));
      await page.close();
    },
    { scope: 'worker' },
  ],
});

// On all workers.
test.describe.configure({ mode: 'parallel' });

/** Nothing stands between anybody and any state of any page, and nothing of it is left in English. */
for (const state of ALL_STATES) {
  test(`everybody can use it: ${state.name}`, async ({ stage }) => {
    const scene = await stage.enter(state, 'en');
    expect.soft(await axeFindings(scene), 'axe').toEqual([]);
    expect.soft(await motionFindings(scene), 'reduced motion').toEqual([]);
    if (!state.passing) {
      expect.soft(await keyboardFindings(scene), 'keyboard').toEqual([]);
      expect.soft(await reflowFindings(scene), 'narrow screens').toEqual([]);
      for (const theme of DARK_THEMES) {
        await changeTheme(scene, theme);
        expect.soft(await axeFindings(scene, 'colours'), `axe, ${theme}`).toEqual([]);
      }
    }

    const french = await stage.enter(state, 'fr');
    expect.soft(await englishOn(french), 'English').toEqual([]);
    // Words are longer, and nothing else is another.
    if (!state.passing) expect.soft(await reflowFindings(french), 'narrow screens, French').toEqual([]);
  });
}
