/** Everything that a page's HTML is made of, as text. */
interface PageParts {
  shell: string;
  css: string;
}

/**
 * The HTML of every page. The shell and its few rules stand in it, so that something is seen after one answer of
 * the server, on the slowest line; the server allows exactly these rules by their hash. The title is the
 * product's until the page knows its language.
 */
export function pageHtml({ shell, css }: PageParts): string {
  return `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <meta name="referrer" content="no-referrer">
    <title>Cardwire</title>
    <link rel="icon" type="image/svg+xml" href="/shell/icon.svg">
    <style>${css}</style>
    <script type="module" src="./main.tsx"></script>
  </head>
  <body>
    <div id="root">${shell}</div>
    <noscript>This page needs JavaScript. Cette page a besoin de JavaScript.</noscript>
  </body>
</html>
`;
}
