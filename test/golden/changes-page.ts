import type { DrawnChange } from './draw-cards.ts';

/** A page of its own with every change: before, after, and where the two differ. */
export function changesPage(changes: readonly DrawnChange[]): string {
  return `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<title>Changed cards</title>
<style>
  body { margin: 16px; font-family: system-ui, sans-serif }
  section { display: grid; grid-template-columns: 1fr 1fr 1fr; gap: 16px; align-items: start }
  figure { margin: 0 }
  figcaption { color: #666 }
  img { max-width: 100%; border: 1px solid #ccc }
</style>
<h1>${changes.length} changed ${changes.length === 1 ? 'card' : 'cards'}</h1>
${changes.map(changeSection).join('\n')}
</html>
`;
}

function changeSection({ name, before, after, difference }: DrawnChange): string {
  const sides = [
    before ? picture('before', before) : '<p>New</p>',
    after ? picture('after', after) : '<p>Gone</p>',
    ...(difference && difference.pixels > 0 ? [picture('difference', difference.picture)] : []),
  ];
  return `<h2>${escapeHtml(name)}${difference ? ` (${words(difference.pixels)})` : ''}</h2>
<section>${sides.join('')}</section>`;
}

function words(pixels: number): string {
  if (pixels === 0) return 'looks the same';
  return `${pixels.toLocaleString('en')} ${pixels === 1 ? 'pixel differs' : 'pixels differ'}`;
}

function picture(side: 'before' | 'after' | 'difference', png: Buffer): string {
  return `<figure><figcaption>${side}</figcaption><img alt="${side}" src="data:image/png;base64,${png.toString('base64')}"></figure>`;
}

function escapeHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}
