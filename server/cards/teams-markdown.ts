import { blocksOfHtml } from './html-blocks.ts';
import { CARD_LIMITS } from './limits.ts';
import { htmlOfMarkdown } from './markdown-html.ts';
import { shorten } from './shorten.ts';

/** How much of a document in HTML is read, in UTF-16 code units; most of it is seldom text. */
const MAX_DOCUMENT_LENGTH = 100_000;

/**
 * One line in which no character means anything to Markdown, HTML or search for addresses. Most texts are such
 * a line, and reading one as Markdown and then as HTML costs more than the rest of its card.
 */
const PLAIN = /^\p{L}[\p{L}\p{N},.;'’"“”«»()%?…–—-]*(?: [\p{L}\p{N},.;'’"“”«»()%?…–—-]+)*$/u;

/**
 * Text that people wrote, GitHub flavoured Markdown or HTML, in the Markdown that every client of Teams
 * shows: paragraphs, bold, italic, lists, links (see html-blocks.ts). Every line of a paragraph becomes
 * one. Nothing else acts: no mention, no other address than http, https and mailto. Of an endless text only
 * the beginning is read.
 */
export function teamsMarkdown(text: string): string {
  if (text.length <= CARD_LIMITS.text && PLAIN.test(text)) return text;
  const isDocument = /^\s*<(?:!doctype|html|head|body|meta)\b/i.test(text);
  const html = isDocument ? beginning(text) : htmlOfMarkdown(shorten(text, CARD_LIMITS.text));
  const markdown = blocksOfHtml(html)
    .map(({ kind, markdown }, index, blocks) => {
      // Items of one list go on without a gap.
      const gap = kind !== 'paragraph' && kind === blocks[index - 1]?.kind ? '\n' : '\n\n';
      return index === 0 ? markdown : gap + markdown;
    })
    .join('');
  return isDocument && text.length > MAX_DOCUMENT_LENGTH ? `${markdown}\n\n…` : markdown;
}

/** As much of a document as is read, up to a tag that would be cut in two. */
function beginning(html: string): string {
  const start = html.slice(0, MAX_DOCUMENT_LENGTH);
  const tag = start.lastIndexOf('<');
  return html.length > start.length && tag > start.lastIndexOf('>') ? start.slice(0, tag) : start;
}
