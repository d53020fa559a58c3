import MarkdownIt, { type Token } from 'markdown-it';
import { textOfHtml } from './html-tag.ts';
import { CARD_LIMITS } from './limits.ts';
import { escapeInline, escapeStart } from './markdown.ts';
import { shorten } from './shorten.ts';
import { bold, spansOf } from './spans.ts';
import { writeSpans } from './write-spans.ts';

// HTML is on so that tags are told from text. Links need their scheme: "read.me" is a name, not an address.
const parser = new MarkdownIt({ html: true, linkify: true });
parser.linkify.set({ fuzzyLink: false, fuzzyEmail: false, fuzzyIP: false });

/** A paragraph, or an item of a list. */
interface Block {
  kind: 'paragraph' | 'bullet' | 'number';
  markdown: string;
}

/** What has been read so far, and where the reading is. */
interface Reading {
  blocks: Block[];
  /** The next number of each list around; nothing for bullets. */
  lists: (number | undefined)[];
  /** An item that has begun and has no text yet. */
  item: { kind: Block['kind']; sign: string } | undefined;
  isHeading: boolean;
  /** The cells of the table's row. */
  cells: string[] | undefined;
}

/**
 * Markdown that people wrote, in the Markdown that every client of Teams shows: paragraphs, bold, italic,
 * lists, links. Every line of a paragraph becomes one; headings become bold, rows of tables lines, pictures
 * links, code text, nested lists dashes; tags of HTML go. Nothing else acts: no mention, no other address
 * than http, https and mailto. Of a text longer than a card may hold, only its beginning is read.
 */
export function teamsMarkdown(markdown: string): string {
  const reading: Reading = { blocks: [], lists: [], item: undefined, isHeading: false, cells: undefined };
  for (const token of parser.parse(shorten(markdown, CARD_LIMITS.text), {})) read(token, reading);
  return reading.blocks
    .reduce(
      (written, { kind, markdown }, index, blocks) =>
        // Lists of the same kind go on without a gap.
        written + (kind !== 'paragraph' && kind === blocks[index - 1]?.kind ? '\n' : '\n\n') + markdown,
      '',
    )
    .trim();
}

function read(token: Token, reading: Reading): void {
  switch (token.type) {
    case 'bullet_list_open':
      reading.lists.push(undefined);
      break;
    case 'ordered_list_open':
      reading.lists.push(Number(token.attrGet('start') ?? 1));
      break;
    case 'bullet_list_close':
    case 'ordered_list_close':
      reading.lists.pop();
      break;
    case 'list_item_open':
      reading.item = nextItem(reading.lists);
      break;
    case 'list_item_close':
      reading.item = undefined;
      break;
    case 'heading_open':
    case 'heading_close':
      reading.isHeading = token.nesting === 1;
      break;
    case 'tr_open':
      reading.cells = [];
      break;
    case 'tr_close':
      write(reading, [paragraph(reading.cells?.join(' | ') ?? '')]);
      reading.cells = undefined;
      break;
    case 'inline':
      readInline(token, reading);
      break;
    case 'fence':
    case 'code_block':
      write(reading, token.content.split('\n').map(codeLine));
      break;
    case 'html_block':
      write(reading, textOfHtml(token.content).split('\n').map(escapeInline).map(paragraph));
      break;
  }
}

/** Clients do not agree on lists in lists, so inner ones become dashes in the outer one. */
function nextItem(lists: Reading['lists']): Reading['item'] {
  const number = lists[0];
  if (lists.length > 1) return { kind: 'bullet', sign: `- ${'– '.repeat(lists.length - 1)}` };
  if (number === undefined) return { kind: 'bullet', sign: '- ' };
  lists[0] = number + 1;
  return { kind: 'number', sign: `${number}. ` };
}

function readInline({ children }: Token, reading: Reading): void {
  const spans = spansOf(children ?? []);
  if (reading.cells !== undefined) {
    reading.cells.push(writeSpans(spans, ' ').trim());
  } else if (reading.isHeading) {
    write(reading, [paragraph(writeSpans(bold(spans), ' '))]);
  } else if (reading.lists.length > 0) {
    write(reading, [paragraph(writeSpans(spans, ' '))]);
  } else {
    write(reading, writeSpans(spans, '\n').split('\n').map(paragraph));
  }
}

/** Adds paragraphs; the first one after the start of an item is the item. */
function write(reading: Reading, paragraphs: readonly string[]): void {
  for (const markdown of paragraphs) {
    if (markdown === '') continue;
    const { kind, sign } = reading.item ?? { kind: 'paragraph', sign: '' };
    reading.blocks.push({ kind, markdown: sign + (sign === '' ? markdown : withBox(markdown)) });
    reading.item = undefined;
  }
}

/** A line of its own. No white space before it may hide what acts at its start. */
function paragraph(markdown: string): string {
  return escapeStart(markdown.trim());
}

/** The boxes of a task list. */
function withBox(item: string): string {
  return item.replace(/^\\\[( |x)\\\] /i, (_, mark) => (mark === ' ' ? '☐ ' : '☑ '));
}

/** A line of code keeps its indentation, which Markdown would take for something else. */
function codeLine(line: string): string {
  const code = line.trimStart();
  return '\u00a0'.repeat(line.length - code.length) + paragraph(escapeInline(code));
}
