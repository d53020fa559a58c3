/** A picture of a state, beside the sheet. */
export interface Shot {
  state: string;
  language: string;
  theme: string;
  /** The picture's file name. */
  file: string;
}

/** One page with all pictures, a row for each state: what differs between themes and languages stands side by side. */
export function contactSheet(shots: readonly Shot[]): string {
  const states = Map.groupBy(shots, ({ state }) => state);
  return `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<title>Every state of every page</title>
<style>
  body { margin: 16px; font-family: system-ui, sans-serif }
  section { display: grid; grid-template-columns: repeat(auto-fill, minmax(280px, 1fr)); gap: 12px; align-items: start }
  figure { margin: 0 }
  img { width: 100%; border: 1px solid #ccc }
</style>
<h1>${states.size} states, ${shots.length} pictures</h1>
${[...states].map(([state, pictures]) => `<h2>${state}</h2>\n<section>${pictures.map(figure).join('')}</section>`).join('\n')}
</html>
`;
}

function figure({ state, language, theme, file }: Shot): string {
  const title = `${language}, ${theme}`;
  return `<figure><a href="${file}"><img loading="lazy" alt="${state}, ${title}" src="${file}"></a><figcaption>${title}</figcaption></figure>`;
}
