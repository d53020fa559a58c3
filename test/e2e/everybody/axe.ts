import { AxeBuilder } from '@axe-core/playwright';
import type { Scene } from '../../states/state.ts';

/**
 * Everything that axe-core knows of WCAG and of good practice, as it finds it broken on the page; or its rules about
 * colours alone, for themes change nothing else.
 */
export async function axeFindings({ page, frame }: Scene, rules?: 'colours'): Promise<string[]> {
  const builder = new AxeBuilder({ page });
  if (rules === 'colours') builder.withRules(['color-contrast', 'link-in-text-block']);
  // The host is a fake: only the page in it counts, as a whole page.
  const { violations } = await (frame === page ? builder : builder.include(['iframe', 'html'])).analyze();
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id} at ${target.join(' ')}: ${failureSummary}`),
  );
}
