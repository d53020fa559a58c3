import type { Scene } from '../../states/state.ts';

/** Widths in CSS pixels: a phone, and a dialog of 720 pixels at 200 %. WCAG 1.4.10 asks for 320. */
const WIDTHS = [360, 320];

/** What sticks out where the page has to be scrolled sideways on a narrow screen. */
export async function reflowFindings({ page, frame }: Scene): Promise<string[]> {
  const before = page.viewportSize();
  const findings: string[] = [];
  for (const width of WIDTHS) {
    await page.setViewportSize({ width, height: 640 });
    const wide: string[] = await frame.locator('html').evaluate((root) => {
      if (root.scrollWidth <= root.clientWidth) return [];
      const out = [...root.querySelectorAll('body *')].filter(
        (one) => one.getBoundingClientRect().right > root.clientWidth + 1,
      );
      return out.map((one) => `${one.tagName} ${one.className}: ${one.textContent?.slice(0, 40)}`);
    });
    findings.push(...wide.map((one) => `${width} px: ${one}`));
  }
  if (before !== null) await page.setViewportSize(before);
  return findings;
}
