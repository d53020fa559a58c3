import MarkdownIt, { type Token } from 'markdown-it';
import { isHtml } from './html-elements.ts';

// HTML is on so that tags are told from text. Links need their scheme: "read.me" is a name, not an address.
const parser = new MarkdownIt({ html: true, linkify: true, breaks: true });
parser.linkify.set({ fuzzyLink: false, fuzzyEmail: false, fuzzyIP: false });

const { escapeHtml } = parser.utils;

/** Tags of HTML stay, comments and all; what only looks like one becomes text. */
function tagsOrText(tokens: readonly Token[], index: number): string {
  const html = tokens[index]?.content ?? '';
  return html.replace(/<!--.*?(?:-->|$)|<[^<>]*>/gs, (tag) => (isHtml(tag) ? tag : escapeHtml(tag)));
}
parser.renderer.rules.html_inline = tagsOrText;
parser.renderer.rules.html_block = tagsOrText;

/** GitHub flavoured Markdown as HTML, in which every line break is one. Nothing in it is safe yet. */
export function htmlOfMarkdown(markdown: string): string {
  // Indented HTML would be taken for code.
  const text = /^\s*<[a-z]/i.test(markdown) ? markdown.replace(/^[ \t]+(?=<)/gm, '') : markdown;
  return parser.render(text);
}
