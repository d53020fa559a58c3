/** Marks that stand for finished HTML while the rest is worked on. Text that holds them loses them. */
const OPEN = '\uE000';
const CLOSE = '\uE001';
const MARKS = /[\uE000\uE001]/g;

const ENTITIES: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

const BULLET = /^\s{0,3}[-*+]\s+(.*)$/;
const NUMBERED = /^\s{0,3}\d{1,9}[.)]\s+(.*)$/;

/**
 * The Markdown that Teams shows, as HTML: bold, italic, lists and http(s) links; a backslash takes the
 * meaning from the character after it. Everything is escaped first and only then formatted, so nothing in
 * the text can become any other element or an attribute.
 */
export function markdownToHtml(text: string): string {
  const lines = text.replace(MARKS, '').split(/\r\n|\r|\n/);
  const html: string[] = [];
  for (const group of groupLines(lines)) {
    const items = group.lines.map(formatLine);
    if (group.kind === 'paragraph') html.push(`<p>${items.join('<br>')}</p>`);
    else html.push(`<${group.kind}>${items.map((item) => `<li>${item}</li>`).join('')}</${group.kind}>`);
  }
  return html.join('');
}

interface Group {
  kind: 'paragraph' | 'ul' | 'ol';
  lines: string[];
}

/** Lines that belong together; an empty line ends a group. */
function groupLines(lines: readonly string[]): Group[] {
  const groups: Group[] = [];
  let open: Group | undefined;
  for (const line of lines) {
    if (line.trim() === '') {
      open = undefined;
      continue;
    }
    const bullet = BULLET.exec(line)?.[1];
    const numbered = NUMBERED.exec(line)?.[1];
    const kind = bullet !== undefined ? 'ul' : numbered !== undefined ? 'ol' : 'paragraph';
    if (open?.kind !== kind) {
      open = { kind, lines: [] };
      groups.push(open);
    }
    open.lines.push(bullet ?? numbered ?? line.trim());
  }
  return groups;
}

/** One line as HTML. */
function formatLine(line: string): string {
  const finished: string[] = [];
  const keep = (html: string) => `${OPEN}${finished.push(html) - 1}${CLOSE}`;
  const text = escapeHtml(
    line.replaceAll(/\\([!-/:-@[-`{-~])/g, (_match, mark: string) => keep(escapeHtml(mark))),
  ).replaceAll(/\[([^[\]]*)\]\((https?:\/\/[^\s()]+)\)/g, (_match, label: string, address: string) =>
    keep(`<a href="${address}" rel="noopener noreferrer">${emphasise(label)}</a>`),
  );
  return restore(emphasise(text), finished);
}

/** A finished link holds marks of its own when its label held an escaped character. */
function restore(text: string, finished: readonly string[]): string {
  return text.replaceAll(/\uE000(\d+)\uE001/g, (_match, index: string) =>
    restore(finished[Number(index)] ?? '', finished),
  );
}

/**
 * Bold before italic: two marks are not twice one. An underscore inside a word stays what it is. Bounded, so
 * that a text of nothing but marks takes no longer than another.
 */
function emphasise(text: string): string {
  return text
    .replaceAll(/\*\*(?=\S)(.{1,2000}?)(?<=\S)\*\*/g, '<strong>$1</strong>')
    .replaceAll(/(?<!\w)__(?=\S)(.{1,2000}?)(?<=\S)__(?!\w)/g, '<strong>$1</strong>')
    .replaceAll(/\*(?=\S)([^*]{1,2000}?)(?<=\S)\*/g, '<em>$1</em>')
    .replaceAll(/(?<!\w)_(?=\S)([^_]{1,2000}?)(?<=\S)_(?!\w)/g, '<em>$1</em>');
}

function escapeHtml(text: string): string {
  return text.replaceAll(/[&<>"']/g, (character) => ENTITIES[character] ?? character);
}
