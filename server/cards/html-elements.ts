/** What an element means for a card. */
export type Role =
  | 'block'
  | 'heading'
  | 'list'
  | 'item'
  | 'cell'
  | 'code'
  | 'break'
  | 'bold'
  | 'italic'
  | 'link'
  | 'picture'
  | 'inline';

const ELEMENTS: Record<Role, string> = {
  block:
    'address article aside blockquote center dd details div dl dt fieldset figcaption figure footer form header hr ' +
    'main nav p section summary table caption tbody tfoot thead tr',
  heading: 'h1 h2 h3 h4 h5 h6',
  list: 'ol ul',
  item: 'li',
  cell: 'td th',
  code: 'pre',
  break: 'br',
  bold: 'b strong',
  italic: 'cite dfn em i var',
  link: 'a',
  picture: 'img',
  inline:
    'abbr bdi bdo big code data del font ins kbd mark picture q s samp small source span strike sub sup time tt u ' +
    'video wbr',
};

const ROLES = new Map(
  Object.entries(ELEMENTS).flatMap(([role, names]) =>
    names.split(' ').map((name): [string, Role] => [name, role as Role]),
  ),
);

/** Elements whose content nobody is meant to read. */
const HIDDEN = new Set(
  'head iframe math noscript object script select style svg template textarea title'.split(' '),
);

/** What an element of this name means; nothing for names that HTML does not know or hides. */
export function roleOf(name: string): Role | undefined {
  return ROLES.get(name);
}

export function isHidden(name: string): boolean {
  return HIDDEN.has(name);
}

/**
 * Whether the text is a comment or a tag that people put into Markdown. Any other, as in `List<String>`,
 * is text that looks like one.
 */
export function isHtml(text: string): boolean {
  const name = /^<\/?([a-z][a-z0-9]*)\b/i.exec(text)?.[1]?.toLowerCase() ?? '';
  return text.startsWith('<!--') || ROLES.has(name);
}
