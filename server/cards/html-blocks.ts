import { Parser } from 'htmlparser2';
import { isHidden, type Role, roleOf } from './html-elements.ts';
import { escapeStart, safeUrl } from './markdown.ts';
import { type Run, writeRuns } from './runs.ts';

/** A paragraph, or an item of a list, as Markdown. */
export interface Block {
  kind: 'paragraph' | 'bullet' | 'number';
  markdown: string;
}

/** What has been read so far, and where the reading is. */
interface Reading {
  blocks: Block[];
  /** The paragraph that has begun. */
  runs: Run[];
  /** How many elements around mean this. `line`: a break is a space. */
  around: Record<'bold' | 'italic' | 'line' | 'code' | 'hidden', number>;
  /** Of the links around; nothing for those that are not safe. */
  urls: (string | undefined)[];
  /** The next number of each list around; nothing for bullets. */
  lists: (number | undefined)[];
  /** An item that has begun and has no text yet. */
  item: { kind: Block['kind']; sign: string } | undefined;
}

type Attributes = Record<string, string>;

/** What the start and the end of an element do. */
interface Effect {
  open(reading: Reading, attributes: Attributes, name: string): void;
  close(reading: Reading): void;
}

const EFFECTS: Record<Role, Effect> = {
  block: { open: endBlock, close: endBlock },
  heading: blockWithin('bold', 'line'),
  code: blockWithin('code'),
  bold: within('bold'),
  italic: within('italic'),
  inline: within(),
  cell: {
    open(reading) {
      if (reading.runs.length > 0) add(reading, ' | ');
      reading.around.line++;
    },
    close: within('line').close,
  },
  break: {
    open(reading) {
      if (reading.around.line > 0) add(reading, ' ');
      else endBlock(reading);
    },
    close() {},
  },
  list: {
    open(reading, { start }, name) {
      endBlock(reading);
      reading.lists.push(name === 'ol' ? firstNumber(start) : undefined);
    },
    close(reading) {
      endBlock(reading);
      reading.lists.pop();
    },
  },
  item: {
    open(reading) {
      endBlock(reading);
      reading.around.line++;
      reading.item = nextItem(reading.lists);
    },
    close(reading) {
      blockWithin('line').close(reading);
      reading.item = undefined;
    },
  },
  link: {
    open: ({ urls }, { href = '' }) => void urls.push(safeUrl(href)),
    close: ({ urls }) => void urls.pop(),
  },
  picture: {
    open(reading, { alt = '', src = '' }) {
      add(reading, alt, reading.urls.at(-1) ?? safeUrl(src));
    },
    close() {},
  },
};

function within(...names: (keyof Reading['around'])[]): Effect {
  return {
    open({ around }) {
      for (const name of names) around[name]++;
    },
    close({ around }) {
      for (const name of names) around[name]--;
    },
  };
}

function blockWithin(...names: (keyof Reading['around'])[]): Effect {
  const inner = within(...names);
  return {
    open(reading, ...rest) {
      endBlock(reading);
      inner.open(reading, ...rest);
    },
    close(reading) {
      endBlock(reading);
      inner.close(reading);
    },
  };
}

const HIDDEN = within('hidden');

function effectOf(name: string): Effect | undefined {
  const role = roleOf(name);
  if (role !== undefined) return EFFECTS[role];
  return isHidden(name) ? HIDDEN : undefined;
}

/**
 * HTML in what every client of Teams shows: paragraphs, bold, italic, lists, links. Headings become bold,
 * rows of tables lines, pictures links, code text, nested lists dashes; other tags go, and addresses other
 * than http, https and mailto.
 *
 * It reads tags as they come and builds no tree: neither thousands of nested tags nor unclosed ones, which
 * HTML repeats in each paragraph, make it slow or large.
 */
export function blocksOfHtml(html: string): Block[] {
  const reading: Reading = {
    blocks: [],
    runs: [],
    around: { bold: 0, italic: 0, line: 0, code: 0, hidden: 0 },
    urls: [],
    lists: [],
    item: undefined,
  };
  const parser = new Parser({
    onopentag: (name, attributes) => effectOf(name)?.open(reading, attributes, name),
    onclosetag: (name) => effectOf(name)?.close(reading),
    ontext: (text) => addText(reading, text),
  });
  parser.end(html);
  endBlock(reading);
  return reading.blocks;
}

/** Lines of code are kept, other white space is space. */
function addText(reading: Reading, text: string): void {
  if (reading.around.code === 0) {
    add(reading, text.replace(/[ \t\n\r\f]+/g, ' '));
    return;
  }
  text.split('\n').forEach((line, index) => {
    if (index > 0) endBlock(reading);
    add(reading, line);
  });
}

function add({ runs, around, urls }: Reading, text: string, url = urls.at(-1)): void {
  if (text === '' || around.hidden > 0) return;
  // A paragraph does not begin with a space.
  if (text === ' ' && runs.length === 0) return;
  runs.push({ text, bold: around.bold > 0, italic: around.italic > 0, url });
}

/** Ends the paragraph, if one has begun. The first one in an item is the item. */
function endBlock(reading: Reading): void {
  const { runs, around, item } = reading;
  const markdown = escapeStart(writeRuns(runs).trim());
  reading.runs = [];
  if (markdown === '') return;
  // No white space that Markdown would take for something else.
  const indent = around.code === 0 ? '' : '\u00a0'.repeat(/^\s*/.exec(runs[0]?.text ?? '')?.[0].length ?? 0);
  reading.blocks.push(
    item === undefined
      ? { kind: 'paragraph', markdown: indent + markdown }
      : { kind: item.kind, markdown: item.sign + indent + withBox(markdown) },
  );
  reading.item = undefined;
}

/** CommonMark reads no list that starts later. */
const MAX_START = 999_999;

function firstNumber(start: string | undefined): number {
  const number = Number(start);
  return start !== undefined && Number.isInteger(number) && number >= 0 && number <= MAX_START ? number : 1;
}

/** Clients do not agree on lists in lists, so inner ones become dashes in the outer one. */
function nextItem(lists: Reading['lists']): Reading['item'] {
  const number = lists[0];
  if (lists.length > 1)
    return { kind: 'bullet', sign: `- ${'– '.repeat(Math.min(lists.length - 1, MAX_DASHES))}` };
  if (number === undefined) return { kind: 'bullet', sign: '- ' };
  lists[0] = number + 1;
  return { kind: 'number', sign: `${number}. ` };
}

/** How deep inner lists are told apart. */
const MAX_DASHES = 3;

/** The boxes of a task list. */
function withBox(item: string): string {
  return item.replace(/^\\\[( |x)\\\] /i, (_, mark) => (mark === ' ' ? '☐ ' : '☑ '));
}
