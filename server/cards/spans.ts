import type { Token } from 'markdown-it';
import { isHtml, tagName } from './html-tag.ts';
import { escapeInline, safeUrl } from './markdown.ts';

/** What stands in a paragraph, as far as Teams can show it. Text never stands beside text. */
export type Span =
  | { kind: 'text'; text: string }
  | { kind: 'break' }
  | { kind: Mark; spans: Span[] }
  | { kind: 'link'; url: string; spans: Span[] };

type Mark = 'bold' | 'italic';

/** A mark that has begun, and what it holds so far. The outermost has no token. */
interface Frame {
  token: Token | undefined;
  spans: Span[];
}

/**
 * Reads the children of markdown-it's inline token. Code becomes text, pictures become links; tags of
 * HTML, strike-through and links that are not safe leave what they contain. Text that comes to stand
 * beside text is joined and later escaped as one: `<<b>at>` makes no tag by losing one.
 */
export function spansOf(tokens: readonly Token[]): Span[] {
  let frame: Frame = { token: undefined, spans: [] };
  const outer: Frame[] = [];
  for (const token of tokens) {
    if (token.nesting === 1) {
      outer.push(frame);
      frame = { token, spans: [] };
      continue;
    }
    const ended = token.nesting === -1 ? outer.pop() : undefined;
    const spans = ended === undefined ? leaf(token) : marked(frame);
    if (ended !== undefined) frame = ended;
    append(frame.spans, spans);
  }
  return without([], frame.spans);
}

/** The spans in bold, as one mark. */
export function bold(spans: readonly Span[]): Span[] {
  return mark('bold', spans);
}

function append(spans: Span[], more: readonly Span[]): void {
  for (const span of more) {
    const last = spans.at(-1);
    if (span.kind === 'text' && last?.kind === 'text') {
      spans[spans.length - 1] = { kind: 'text', text: last.text + span.text };
    } else {
      spans.push(span);
    }
  }
}

/** A mark with its content, or the content alone when Teams has no such mark. */
function marked({ token, spans }: Frame): Span[] {
  switch (token?.type) {
    case 'strong_open':
      return mark('bold', spans);
    case 'em_open':
      return mark('italic', spans);
    case 'link_open':
      return link(token.attrGet('href'), spans);
    default:
      return spans;
  }
}

/** A mark within itself would end it. */
function mark(kind: Mark, spans: readonly Span[]): Span[] {
  const content = without([kind], spans);
  return isBlank(content) ? content : [{ kind, spans: content }];
}

/** Links show no marks, so that their text is sure to be one. */
function link(address: string | number | null, spans: readonly Span[]): Span[] {
  const content = without(['bold', 'italic', 'link'], spans);
  const url = safeUrl(String(address ?? ''));
  return url === undefined || isBlank(content) ? content : [{ kind: 'link', url, spans: content }];
}

/** The spans without some marks, and without italic inside a word, where underscores mark nothing. */
function without(kinds: readonly Span['kind'][], spans: readonly Span[]): Span[] {
  const kept: Span[] = [];
  spans.forEach((span, index) => {
    if (span.kind === 'text' || span.kind === 'break') {
      append(kept, [span]);
      return;
    }
    const content = without(kinds, span.spans);
    const goes =
      kinds.includes(span.kind) ||
      (span.kind === 'italic' && isInsideWord(spans[index - 1], spans[index + 1]));
    append(kept, goes ? content : [{ ...span, spans: content }]);
  });
  return kept;
}

function isInsideWord(before: Span | undefined, after: Span | undefined): boolean {
  return (
    (before?.kind === 'text' && /[\p{L}\p{N}_]$/u.test(before.text)) ||
    (after?.kind === 'text' && /^[\p{L}\p{N}_]/u.test(after.text))
  );
}

/** Whether nothing would be seen of the spans. */
function isBlank(spans: readonly Span[]): boolean {
  return spans.every(
    (span) => span.kind === 'break' || (span.kind === 'text' && escapeInline(span.text).trim() === ''),
  );
}

function leaf(token: Token): Span[] {
  const text: Span[] = token.content === '' ? [] : [{ kind: 'text', text: token.content }];
  switch (token.type) {
    case 'softbreak':
    case 'hardbreak':
      return [{ kind: 'break' }];
    case 'image':
      return link(token.attrGet('src'), text);
    case 'html_inline':
      if (tagName(token.content) === 'br') return [{ kind: 'break' }];
      return isHtml(token.content) ? [] : text;
    default:
      return text;
  }
}
