import { Resvg } from '@resvg/resvg-js';
import { ICON_SIZES } from '../package/icon-sizes.ts';

/** What `npm run icons` makes of the symbol, by file name. */
export interface DrawnIcons {
  'color.png': Buffer;
  'outline.png': Buffer;
  'logo.png': Buffer;
}

const LOGO_SIZE_PX = 300;

/**
 * Draws every icon from the one symbol: an SVG on a grid of 32 × 32 with a `<style>` for its colours. The same
 * symbol gives the same pixels everywhere.
 */
export function drawIcons(symbol: string, background: string): DrawnIcons {
  return {
    'color.png': onSquare(symbol, background, ICON_SIZES.color),
    'outline.png': outline(symbol),
    'logo.png': onSquare(symbol, background, LOGO_SIZE_PX),
  };
}

/** Teams rounds the corners itself, and wants the symbol to take the half of the width. */
function onSquare(symbol: string, background: string, size: number): Buffer {
  const inner = symbol.replace('<svg ', '<svg x="16" y="16" width="32" height="32" ');
  return draw(
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 64 64"><rect width="64" height="64" fill="${background}"/>${inner}</svg>`,
    size,
  );
}

/** The icon that browsers show on a page's tab: the symbol on the same ground, with round corners. */
export function drawPageIcon(symbol: string, background: string): string {
  const [title = ''] = /<title>.*<\/title>\s*/.exec(symbol) ?? [];
  const drawing = symbol.replace(title, '').replace(/<svg [^>]*>\s*|<\/svg>\s*$/g, '');
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32">
  ${title}<rect width="32" height="32" rx="7" fill="${background}"/>
  <g transform="translate(3 3) scale(0.8125)">
  ${drawing}  </g>
</svg>
`;
}

/** White lines. Without the smoothing of edges, which would make pixels that are neither white nor transparent. */
function outline(symbol: string): Buffer {
  const lines = symbol
    .replace(/<style>.*?<\/style>/s, '<style>[id] { stroke: #fff }</style>')
    .replace('<svg ', '<svg shape-rendering="crispEdges" ');
  return draw(lines, ICON_SIZES.outline);
}

function draw(svg: string, size: number): Buffer {
  const options = { fitTo: { mode: 'width' as const, value: size }, font: { loadSystemFonts: false } };
  return Buffer.from(new Resvg(svg, options).render().asPng());
}
