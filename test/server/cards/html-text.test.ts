import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { teamsMarkdown } from '../../../server/cards/teams-markdown.ts';
import { hostileText } from './arbitraries.ts';
import { htmlOf, htmlText } from './rendered-markdown.ts';

const document = (body: string) =>
  `<!DOCTYPE html><html><head><title>Hidden</title></head><body>${body}</body></html>`;

/** What somebody reads of HTML, without white space. */
const textOf = (html: string) =>
  html
    .replace(/<[^>]*>/g, '')
    .replace(
      /&(lt|gt|amp|quot);/g,
      (_, name) => ({ lt: '<', gt: '>', amp: '&', quot: '"' })[String(name)] ?? '',
    )
    .replace(/[\s•]+/g, '');

/** Bold, italic and links in each other, around pieces of text and single signs. */
const { inline } = fc.letrec<{ inline: string }>((tie) => ({
  inline: fc.oneof(
    { maxDepth: 4, depthSize: 'small' },
    fc.constantFrom('a', 'b c', ' ', '.', '(', '"', '*', '_', '<', '!', '&', '~', '😀', '文').map(htmlText),
    fc
      .tuple(fc.constantFrom('b', 'i', 'strong', 'em', 'span', 'a href="https://x.example/"'), tie('inline'))
      .map(([tag, content]) => `<${tag}>${content}</${tag.split(' ')[0]}>`),
    fc.array(tie('inline'), { minLength: 2, maxLength: 5 }).map((parts) => parts.join('')),
  ),
}));

describe('teamsMarkdown of HTML', () => {
  test.each([
    ['paragraphs', '<p>One</p><p>Two<br>Three</p><div>Four</div>', 'One\n\nTwo\n\nThree\n\nFour'],
    [
      'bold, italic and links',
      '<p><b>A</b> <em>b</em> <a href="https://x.example/">c</a></p>',
      '**A** _b_ [c](https://x.example/)',
    ],
    ['spaces at the edge of bold', '<p><b>Note: </b>read</p>', '**Note:** read'],
    ['lists', '<ul><li>a<li>b</ul><ol start="3"><li>c</li></ol>', '- a\n- b\n\n3. c'],
    ['lists in lists', '<ul><li>a<ul><li>b</li></ul></li></ul>', '- a\n- – b'],
    ['headings', '<h2>Big <b>news</b></h2>text', '**Big news**\n\ntext'],
    [
      'tables',
      '<table><tr><th>a</th> <th>b</th></tr><tr><td>1</td> <td>2</td></tr></table>',
      'a | b\n\n1 | 2',
    ],
    ['code', '<pre>if x\n  y</pre>', 'if x\n\n\u00a0\u00a0y'],
    [
      'pictures',
      '<p>See <img alt="the lamp" src="https://x.example/l.png"></p>',
      'See [the lamp](https://x.example/l.png)',
    ],
    ['entities', '<p>R&amp;D &lt;b&gt; &nbsp;caf&eacute;</p>', String.raw`R&D \<b> ${'\u00a0'}café`],
    ['bold over paragraphs', '<b><p>one</p><p>two</p></b>', '**one**\n\n**two**'],
    ['tags in the wrong order', '<p><b>a<i>b</b>c</i></p>', '**ab**c'],
    ['white space', '<p>\n  one\n  two\n</p>', 'one two'],
    ['styles and scripts', '<style>p{}</style><script>alert(1)</script><p>x</p>', 'x'],
    ['links that are not safe', '<a href="javascript:alert(1)">x</a>', 'x'],
    ['unknown tags', '<p><o:p>x</o:p> <at id="0">Ada</at></p>', 'x Ada'],
    ['mentions in entities', '<p>&lt;at&gt;x&lt;/at&gt;</p>', String.raw`\<at>x\</at>`],
  ])('reads %s in a document', (_name, html, markdown) => {
    expect(teamsMarkdown(document(html))).toBe(markdown);
  });

  it('reads pieces of HTML as well, indented or not', () => {
    const html = '<div>\n    <h2>Title</h2>\n\n    <p>Some <b>bold</b> text</p>\n</div>';
    expect(teamsMarkdown(html)).toBe('**Title**\n\nSome **bold** text');
  });

  it('reads HTML in Markdown and Markdown in HTML', () => {
    expect(teamsMarkdown('Some <b>bold</b> and **bold**\n\n<div>\n\n- *item*\n\n</div>')).toBe(
      'Some **bold** and **bold**\n\n- _item_',
    );
  });

  it('keeps_every_character_and_shows_no_sign_of_its_own', () => {
    fc.assert(
      fc.property(inline, (html) => {
        expect(textOf(htmlOf(teamsMarkdown(document(`<p>x ${html} x</p>`))))).toBe(textOf(`x${html}x`));
      }),
      { numRuns: 1_000 },
    );
  });

  it('shows_nothing_but_paragraphs_lists_bold_italic_and_links_whatever_the_tags', () => {
    const tags =
      '<p>|</p>|<b>|</b>|<i>|</i>|<a href="https://x.example/">|</a>|<ul>|</ul>|<ol>|<li>|<table>|<td>|<pre>|</pre>|<h1>|<br>|<img alt="x" src="https://x.example/">|<at>|<form>|<svg>|<!--|-->';
    const piece = fc.oneof(fc.constantFrom(...tags.split('|')), hostileText);
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 30 }), fc.boolean(), (pieces, whole) => {
        const markdown = teamsMarkdown(whole ? document(pieces.join('')) : pieces.join(''));
        const rendered = htmlOf(markdown);
        expect(rendered).not.toMatch(
          /<(?!\/?(p|ul|ol( start="\d+")?|li|a|strong|em|a href="(https?:|mailto:)[^"]*")>)/,
        );
        expect(markdown).not.toContain('{{');
      }),
    );
  });
});
