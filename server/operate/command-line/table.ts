/** Rows as lines whose columns stand below each other. */
export function toTable(rows: readonly (readonly (string | number | undefined)[])[]): string {
  const texts = rows.map((row) => row.map((cell) => onOneLine(String(cell ?? ''))));
  const widths = (texts[0] ?? []).map((_, column) =>
    Math.max(...texts.map((row) => row[column]?.length ?? 0)),
  );
  return texts
    .map(
      (row) =>
        `${row
          .map((cell, column) => cell.padEnd(widths[column] ?? 0))
          .join('  ')
          .trimEnd()}\n`,
    )
    .join('');
}

/** What came from outside moves no cursor and begins no line. */
export function onOneLine(text: string): string {
  return text.replaceAll(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ');
}

/** A moment to the minute. */
export function toMinute(moment: string | undefined): string {
  return moment === undefined ? '' : `${moment.slice(0, 10)} ${moment.slice(11, 16)}Z`;
}

/** Says that there is more than the page shows. */
export function moreOf(next: string | undefined): string {
  return next === undefined ? '' : `More with --cursor ${next}, all with --all.\n`;
}
