import type { Scene } from '../../states/state.ts';

/** What people use, but radio buttons that are not chosen: arrows reach these. */
const CONTROLS =
  'a[href], button, input:not([type=radio]), input[type=radio]:checked, select, textarea, summary, [tabindex="0"]';

/** Where the walk starts, what of the browser it passes, and the parts of fields for a time. */
const SPARE_PRESSES = 20;

/** Walks over the page with Tab. Gives the controls that it does not reach, or that do not show their focus. */
export async function keyboardFindings({ page, frame }: Scene): Promise<string[]> {
  const html = frame.locator('html');
  const names: string[] = await html.evaluate((root, selector) => {
    const { activeElement, defaultView: view } = root.ownerDocument;
    activeElement?.blur();
    const canBeUsed = (one: typeof root) =>
      !one.disabled && one.tabIndex >= 0 && one.checkVisibility({ visibilityProperty: true });
    // All of the looks of the control, and of what stands around it to draw its focus.
    const looksOf = (control: typeof root) =>
      [control, control.parentElement, control.previousElementSibling, control.nextElementSibling]
        .filter((one) => one !== null)
        .flatMap((one) => ['', '::before', '::after'].map((part) => view.getComputedStyle(one, part)))
        .map((style) => [style.outline, style.boxShadow, style.border, style.borderBottom, style.transform])
        .join();
    const controls = [...root.querySelectorAll(selector)].filter(canBeUsed);
    const looks = controls.map(looksOf);
    const reached = new Map();
    view.lookAtFocus = () => {
      const at = controls.indexOf(root.ownerDocument.activeElement);
      if (at >= 0) reached.set(at, looksOf(controls[at]) !== looks[at]);
      return controls.map((_: typeof root, index: number) => reached.get(index) ?? null);
    };
    // Before it leaves a control; asking after every press takes longer than the walk.
    view.addEventListener('keydown', view.lookAtFocus, true);
    return controls.map((one: typeof root) => one.ariaLabel || one.textContent || one.id || one.tagName);
  }, CONTROLS);

  let shown: (boolean | null)[] = [];
  for (let presses = 1; presses <= names.length + SPARE_PRESSES; presses += 1) {
    await page.keyboard.press('Tab');
    if (presses < names.length) continue;
    shown = await html.evaluate((root) => root.ownerDocument.defaultView.lookAtFocus());
    if (!shown.includes(null)) break;
  }
  return names.flatMap((name, index) => {
    if (typeof shown[index] !== 'boolean') return `not reached: ${name}`;
    return shown[index] ? [] : `shows no focus: ${name}`;
  });
}
