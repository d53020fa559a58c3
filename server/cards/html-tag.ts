/** The tags that people put into Markdown. Any other, as in `List<String>`, is text that looks like one. */
const TAGS = new Set(
  (
    'a abbr b big blockquote br center code dd del details div dl dt em font h1 h2 h3 h4 h5 h6 hr i img ins kbd li ' +
    'mark ol p picture pre q s samp small source span strike strong sub summary sup table tbody td tfoot th thead ' +
    'tr tt u ul var video'
  ).split(' '),
);

/** Whether the text is a comment or one of the tags of HTML that people use. */
export function isHtml(text: string): boolean {
  return text.startsWith('<!--') || TAGS.has(tagName(text));
}

/** The name of the tag that the text is, in lower case; empty when it is none. */
export function tagName(text: string): string {
  return /^<\/?([a-z][a-z0-9]*)\b/i.exec(text)?.[1]?.toLowerCase() ?? '';
}

/** The text in HTML: tags and comments go. What is left is text, whatever it looks like. */
export function textOfHtml(html: string): string {
  return html.replace(/<!--.*?(?:-->|$)|<[^<>]*>/gs, (tag) => (isHtml(tag) ? '' : tag));
}
