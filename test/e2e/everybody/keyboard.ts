import type { Scene } from '../../states/state.ts';

/** What people use, but radio buttons that are not chosen: arrows reach these. */
const CONTROLS =
  'a[href], button, input:not([type=radio]), input[type=radio]:checked, select, textarea, summary, [tabindex="0"]';

/** Walks over the page with Tab. Gives the controls that it does not reach, or that do not show their focus. */
export async function keyboardFindings({ page, frame }: Scene): Promise<string[]> {
  const html = frame.locator('html');
  const names: string[] = await html.evaluate((root, selector) => {
    const { activeElement, defaultView: view } = root.ownerDocument;
    activeElement?.blur();
    const canBeUsed = (one: typeof root) =>
      !one.disabled && one.tabIndex >= 0 && one.checkVisibility({ visibilityProperty: true });
    // All of the looks of the control, and of what stands around it to draw its focus.
    view.looksOf = (control: typeof root) =>
      [control, control.parentElement, control.previousElementSibling, control.nextElementSibling]
        .filter((one) => one !== null)
        .flatMap((one) => ['', '::before', '::after'].map((part) => view.getComputedStyle(one, part)))
        .map((style) => [style.outline, style.boxShadow, style.border, style.borderBottom, style.transform])
        .join();
    view.controls = [...root.querySelectorAll(selector)].filter(canBeUsed);
    view.looks = view.controls.map(view.looksOf);
    return view.controls.map((one: typeof root) => one.ariaLabel || one.textContent || one.id || one.tagName);
  }, CONTROLS);

  const reached = new Map<number, boolean>();
  for (let presses = 0; presses < names.length + 5 && reached.size < names.length; presses += 1) {
    await page.keyboard.press('Tab');
    const [index, shown] = await html.evaluate((root) => {
      const { activeElement, defaultView: view } = root.ownerDocument;
      const at = view.controls.indexOf(activeElement);
      return [at, at >= 0 && view.looksOf(activeElement) !== view.looks[at]];
    });
    if (index >= 0) reached.set(index, shown);
  }
  return names.flatMap((name, index) => {
    const shown = reached.get(index);
    if (shown === undefined) return `not reached: ${name}`;
    return shown ? [] : `shows no focus: ${name}`;
  });
}
