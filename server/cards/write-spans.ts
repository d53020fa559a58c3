import { escapeInline } from './markdown.ts';
import type { Span } from './spans.ts';

/**
 * Spans as Markdown, in the marks that every client of Teams shows: `**bold**`, `_italic_`, links.
 * `lineBreak` stands for a break; within a mark it is a space, since a mark ends with its paragraph.
 */
export function writeSpans(spans: readonly Span[], lineBreak: string): string {
  return spans.map((span) => writeSpan(span, lineBreak)).reduce(join, '');
}

function writeSpan(span: Span, lineBreak: string): string {
  switch (span.kind) {
    case 'text':
      return escapeInline(span.text);
    case 'break':
      return lineBreak;
    case 'bold':
      return `**${writeSpans(span.spans, ' ').trim()}**`;
    case 'italic':
      return `_${writeSpans(span.spans, ' ').trim()}_`;
    case 'link':
      return `[${writeSpans(span.spans, ' ').trim()}](${span.url})`;
  }
}

/** An exclamation mark before a link would make it an image. */
function join(written: string, more: string): string {
  return written.endsWith('!') && more.startsWith('[') ? `${written.slice(0, -1)}\\!${more}` : written + more;
}
