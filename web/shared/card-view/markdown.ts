import MarkdownIt, { type StateInline } from 'markdown-it';

/** Nothing is on but what Teams shows: bold, italic, lists, links and line breaks. All HTML is text. */
const parser = new MarkdownIt('zero', { html: false, breaks: true }).enable([
  'list',
  'emphasis',
  'link',
  'newline',
  'escape',
  'entity',
]);
parser.validateLink = (url) => /^(?:https?:\/\/|mailto:)/i.test(url);
parser.renderer.rules.link_open = (tokens, index, options, _env, renderer) => {
  tokens[index]?.attrSet('rel', 'noopener noreferrer');
  return renderer.renderToken(tokens, index, options);
};
parser.inline.ruler.before('text', 'mention', readMention);

const MENTION = /<at>([^<>]{1,200})<\/at>/y;

/** `<at>Ada Marsh</at>`, which the server writes for the people that a card names, and for nobody else. */
function readMention(state: StateInline, silent: boolean): boolean {
  MENTION.lastIndex = state.pos;
  const [whole, name] = MENTION.exec(state.src) ?? [];
  if (whole === undefined || name === undefined) return false;
  if (!silent) {
    state.push('mention_open', 'span', 1).attrSet('class', 'card-mention');
    state.push('text', '', 0).content = name;
    state.push('mention_close', 'span', -1);
  }
  state.pos += whole.length;
  return true;
}

/** The Markdown of a card as HTML, of which nothing in the text can become any other element or attribute. */
export function markdownToHtml(text: string): string {
  return parser.render(text);
}
