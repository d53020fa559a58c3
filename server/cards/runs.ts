import { canClose, canOpen, firstCharacter, lastCharacter, type Sign } from './flanking.ts';
import { escapeInline } from './markdown.ts';

/** A stretch of text in one look. Runs stand in a row: nothing nests. */
export interface Run {
  text: string;
  bold: boolean;
  italic: boolean;
  /** Safe to open. */
  url?: string | undefined;
}

type Mark = 'bold' | 'italic';

/** Neighbours that share a mark, or share not having it. */
interface Group {
  isMarked: boolean;
  runs: Run[];
}

/** What stands on both sides. */
interface Sides {
  before: string;
  after: string;
}

/** The marks that every client of Teams shows, the outer first. */
const MARKS: readonly Mark[] = ['bold', 'italic'];
const SIGNS: Record<Mark, Sign> = { bold: '**', italic: '_' };

/** A mark that goes may take the place of another with it; after so many times all go. */
const MOST_PASSES = 3;

/**
 * One paragraph as Markdown: `**bold**`, `_italic_`, links. A mark where some parser would show its sign
 * instead, as italic inside a word, goes. Text that comes to stand beside text is escaped as one: `<<b>at>`
 * makes no tag by losing one.
 */
export function writeRuns(runs: readonly Run[]): string {
  let left = joined(runs);
  for (let pass = 0; pass < MOST_PASSES; pass++) {
    const refused = new Map<Run, Mark>();
    const markdown = write(left, MARKS, { before: '', after: '' }, refused);
    if (refused.size === 0) return markdown;
    left = joined(left.map((run) => without(refused.get(run), run)));
  }
  return writePlain(joined(left.map((run) => ({ ...run, bold: false, italic: false }))));
}

function without(mark: Mark | undefined, run: Run): Run {
  return mark === undefined ? run : { ...run, [mark]: false };
}

/** Runs of one look as one, and a link as one, marked where all of it is. Links that show nothing go. */
function joined(runs: readonly Run[]): Run[] {
  const links = neighbours(runs, (last, run) => last.url === run.url);
  const whole = links.flatMap((group) => {
    const url = group[0]?.url;
    if (url === undefined) return group;
    const text = group.map((run) => run.text).join('');
    const isBlank = escapeInline(text).trim() === '';
    const has = (mark: Mark) => group.every((run) => run[mark]);
    return [{ text, bold: has('bold'), italic: has('italic'), url: isBlank ? undefined : url }];
  });
  return neighbours(whole, (last, run) => look(last) === look(run) && last.url === run.url).flatMap((group) =>
    group.slice(0, 1).map((run) => ({ ...run, text: group.map(({ text }) => text).join('') })),
  );
}

function look({ bold, italic }: Run): string {
  return `${bold} ${italic}`;
}

function neighbours(runs: readonly Run[], belong: (last: Run, run: Run) => boolean): Run[][] {
  const groups: Run[][] = [];
  for (const run of runs) {
    const group = groups.at(-1);
    const last = group?.at(-1);
    if (group !== undefined && last !== undefined && belong(last, run)) group.push(run);
    else groups.push([run]);
  }
  return groups;
}

/** Runs with the given marks; a run whose mark cannot be is put into `refused`. */
function write(
  runs: readonly Run[],
  [mark, ...inner]: readonly Mark[],
  sides: Sides,
  refused: Map<Run, Mark>,
): string {
  if (mark === undefined) return writePlain(runs);
  const sign = SIGNS[mark];
  const groups: Group[] = neighbours(runs, (last, run) => last[mark] === run[mark]).map((group) => ({
    isMarked: group[0]?.[mark] === true,
    runs: group,
  }));
  const texts = groups.map((group, index) =>
    write(
      group.runs,
      inner,
      {
        before: group.isMarked || index > 0 ? sign : sides.before,
        after: group.isMarked || index < groups.length - 1 ? sign : sides.after,
      },
      refused,
    ),
  );
  return groups.reduce((written, { isMarked, runs }, index) => {
    const text = texts[index] ?? '';
    const core = text.trim();
    if (!isMarked || core === '') return follow(written, text);
    const start = text.slice(0, text.indexOf(core));
    const end = text.slice(start.length + core.length);
    const before = lastCharacter(written + start) || sides.before;
    const after = firstCharacter(end + (texts[index + 1] ?? '')) || sides.after;
    const isSure =
      canOpen(sign, lastCharacter(before), firstCharacter(core)) &&
      canClose(sign, lastCharacter(core), firstCharacter(after));
    if (!isSure) for (const run of runs) refused.set(run, mark);
    return isSure ? written + start + sign + core + sign + end : follow(written, text);
  }, '');
}

function writePlain(runs: readonly Run[]): string {
  return runs.map(writeRun).reduce(follow, '');
}

function writeRun({ text, url }: Run): string {
  const markdown = escapeInline(text);
  if (url === undefined) return markdown;
  const label = markdown.trim();
  const start = markdown.slice(0, markdown.indexOf(label));
  return `${start}[${label}](${url})${markdown.slice(start.length + label.length)}`;
}

/** An exclamation mark before a link would make it an image. */
function follow(written: string, more: string): string {
  return written.endsWith('!') && more.startsWith('[') ? `${written.slice(0, -1)}\\!${more}` : written + more;
}
