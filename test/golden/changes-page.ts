import type { DrawnChange } from './draw-cards.ts';

/** A page of its own with every change, before and after side by side. */
export function changesPage(changes: readonly DrawnChange[]): string {
  return `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<title>Changed cards</title>
<style>
  body { margin: 16px; font-family: system-ui, sans-serif }
  section { display: grid; grid-template-columns: 1fr 1fr; gap: 16px; align-items: start }
  img { max-width: 100%; border: 1px solid #ccc }
</style>
<h1>${changes.length} changed ${changes.length === 1 ? 'card' : 'cards'}</h1>
${changes.map(changeSection).join('\n')}
</html>
`;
}

function changeSection({ name, before, after }: DrawnChange): string {
  const same = before && after && before.equals(after);
  return `<h2>${escapeHtml(name)}${same ? ' (looks the same)' : ''}</h2>
<section>${picture('before', before)}${picture('after', after)}</section>`;
}

function picture(side: 'before' | 'after', png: Buffer | undefined): string {
  const none = side === 'before' ? 'New' : 'Gone';
  return png ? `<img alt="${side}" src="data:image/png;base64,${png.toString('base64')}">` : `<p>${none}</p>`;
}

function escapeHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}
