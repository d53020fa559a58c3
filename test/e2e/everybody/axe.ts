import axe from 'axe-core';
import type { Scene } from '../../states/state.ts';

/** Themes change nothing else. */
const COLOUR_RULES = ['color-contrast', 'link-in-text-block'];

/**
 * Everything that axe-core knows of WCAG and of good practice, as it finds it broken on the page; or its rules about
 * colours alone. It runs in the page's own frame, for the host around it is a fake.
 */
export async function axeFindings({ frame }: Scene, rules?: 'colours'): Promise<string[]> {
  const html = frame.locator('html');
  if (!(await html.evaluate((root) => 'axe' in root.ownerDocument.defaultView)))
    await html.evaluate(axe.source);
  const options = {
    resultTypes: ['violations'],
    ...(rules === 'colours' && { runOnly: { type: 'rule', values: COLOUR_RULES } }),
  };
  return html.evaluate(async (root, given) => {
    // Colours on their way to others count as those.
    for (const animation of root.ownerDocument.getAnimations())
      if (animation.effect.getComputedTiming().endTime < 1_000) animation.finish();
    const { violations } = await root.ownerDocument.defaultView.axe.run(root.ownerDocument, given);
    return violations.flatMap(({ id, nodes }: typeof root) =>
      nodes.map(
        ({ target, failureSummary }: typeof root) => `${id} at ${target.join(' ')}: ${failureSummary}`,
      ),
    );
  }, options);
}
