import MarkdownIt from 'markdown-it';

// HTML on: what is not escaped shows up as a tag.
const commonMark = new MarkdownIt({ html: true });

/** Markdown as HTML, by a parser that is not ours. */
export function htmlOf(markdown: string): string {
  return commonMark.render(markdown).trim();
}

/** Plain text as it stands in HTML. */
export function htmlText(text: string): string {
  return commonMark.utils.escapeHtml(text);
}

/** The addresses that Markdown links to, in order. */
export function linkedAddresses(markdown: string): string[] {
  return [...htmlOf(markdown).matchAll(/<a href="([^"]*)"/g)].map((match) =>
    commonMark.utils.unescapeAll(match[1] ?? ''),
  );
}
