/** A line of Markdown below one of the headings, by its index. */
export interface Line {
  heading: number;
  markdown: string;
}

/**
 * As JSON in UTF-8. What else a digest shows fits beside it into the smallest budget, so that a digest is
 * never cut within a line.
 */
const MAX_BYTES = 9_000;
/** More are not read on a phone. */
const MAX_HEADINGS = 20;
const MAX_LINES = 25;

/**
 * Headings with lists below, in Markdown: as many headings as have room, in their order, then lines in
 * theirs, which may take turns between the headings. A line that has no room is left out, and a shorter one
 * may follow. Answers how many lines are shown.
 */
export function digestText(
  headings: readonly string[],
  lines: readonly Line[],
): { text: string; shown: number } {
  let left = MAX_BYTES;
  const takes = (markdown: string) => {
    const bytes = Buffer.byteLength(JSON.stringify(`- ${markdown}\n\n`));
    if (bytes > left) return false;
    left -= bytes;
    return true;
  };
  const sections: { heading: string; lines: string[] }[] = [];
  for (const heading of headings.slice(0, MAX_HEADINGS)) {
    if (!takes(heading)) break;
    sections.push({ heading, lines: [] });
  }
  let shown = 0;
  for (const { heading, markdown } of lines) {
    const section = sections[heading];
    if (section === undefined || shown === MAX_LINES || !takes(markdown)) continue;
    section.lines.push(`- ${markdown}`);
    shown += 1;
  }
  const text = sections
    .map(({ heading, lines }) => [heading, lines.join('\n')].filter((part) => part !== '').join('\n\n'))
    .join('\n\n');
  return { text, shown };
}
