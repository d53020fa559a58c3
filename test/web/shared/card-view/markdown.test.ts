import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { markdownToHtml } from '../../../../web/shared/card-view/markdown.ts';

const LINK = '<a href="https://a.example/" rel="noopener noreferrer">';

it.each([
  ['plain text', '<p>plain text</p>'],
  ['**bold** and __bold__', '<p><strong>bold</strong> and <strong>bold</strong></p>'],
  ['*italic* and _italic_', '<p><em>italic</em> and <em>italic</em></p>'],
  ['**bold with *italic* inside**', '<p><strong>bold with <em>italic</em> inside</strong></p>'],
  ['one\ntwo', '<p>one<br>two</p>'],
  ['one\n\ntwo', '<p>one</p><p>two</p>'],
  ['- one\n- two', '<ul><li>one</li><li>two</li></ul>'],
  ['1. one\n2. two', '<ol><li>one</li><li>two</li></ol>'],
  ['text\n- **one**\n\ntext', '<p>text</p><ul><li><strong>one</strong></li></ul><p>text</p>'],
  ['<at>Ada</at>', '<p><span class="card-mention">Ada</span></p>'],
  ['\\<at>Ada</at>', '<p>&lt;at&gt;Ada&lt;/at&gt;</p>'],
  ['[mail](mailto:a@a.example)', '<p><a href="mailto:a@a.example" rel="noopener noreferrer">mail</a></p>'],
  ['[a link](https://a.example/)', `<p>${LINK}a link</a></p>`],
  ['[**bold** link](https://a.example/)', `<p>${LINK}<strong>bold</strong> link</a></p>`],
  ['', ''],
])('draws %j', (markdown, html) => {
  expect(markdownToHtml(markdown).replaceAll('\n', '')).toBe(html);
});

describe('what means nothing stays as it is', () => {
  it.each([
    ['snake_case_name', '<p>snake_case_name</p>'],
    ['2 * 3 * 4', '<p>2 * 3 * 4</p>'],
    ['\\*not italic\\*', '<p>*not italic*</p>'],
    ['\\[no link\\](https://a.example/)', '<p>[no link](https://a.example/)</p>'],
    ['1\\. no list', '<p>1. no list</p>'],
    ['# no heading', '<p># no heading</p>'],
    ['`no code`', '<p>`no code`</p>'],
    ['![no picture](x.png)', '<p>![no picture](x.png)</p>'],
  ])('%j', (markdown, html) => {
    expect(markdownToHtml(markdown).replaceAll('\n', '')).toBe(html);
  });
});

describe('an attack stays text', () => {
  it.each([
    '<script>alert(1)</script>',
    '<img src=x onerror=alert(1)>',
    '[x](javascript:alert(1))',
    '[x](javascript://a.example/%0aalert)',
    '[x](data:text/html,y)',
    '[x](//evil.example)',
    '[x](https://a.example/"onmouseover="alert(1))',
    "[x](https://a.example/'><script>)",
    '[<b>x</b>](https://a.example/)',
    '&lt;script&gt;',
    '**<b>**',
    '[a](https://a.example/[b](https://b.example/))',
  ])('%j', (markdown) => {
    const { elements } = parse(markdownToHtml(markdown));
    expect(elements.filter((element) => !isAllowed(element))).toEqual([]);
  });
});

it('whatever_the_text_only_the_allowed_elements_come_of_it', () => {
  const pieces = fc.constantFrom(
    '*',
    '**',
    '_',
    '[',
    ']',
    '(',
    ')',
    '\\',
    '<',
    '>',
    '"',
    "'",
    '&',
    '<at>',
    '</at>',
    '\n',
    '- ',
    '1. ',
  );
  const words = fc.constantFrom(
    'a',
    'https://a.example/',
    'javascript:',
    'javascript://a',
    'onload=',
    'script',
    '0',
  );
  const text = fc
    .array(fc.oneof(pieces, words, fc.string()), { maxLength: 40 })
    .map((parts) => parts.join(''));
  fc.assert(
    fc.property(text, (markdown) => {
      const { elements } = parse(markdownToHtml(markdown));
      expect(elements.filter((element) => !isAllowed(element))).toEqual([]);
    }),
    { numRuns: 500 },
  );
});

it('comes to an end with a text of nothing but marks', () => {
  for (const mark of ['*', '**', '_', '[', '](', '\\']) {
    expect(markdownToHtml(mark.repeat(10_000 / mark.length)).length).toBeLessThan(200_000);
  }
});

function parse(html: string): { elements: Element[] } {
  return { elements: [...new DOMParser().parseFromString(html, 'text/html').body.querySelectorAll('*')] };
}

const ALLOWED = ['P', 'BR', 'UL', 'OL', 'LI', 'STRONG', 'EM'];

/** Lists that begin with another number than 1 say so; links lead to the web or to a mailbox. */
function isAllowed(element: Element): boolean {
  const names = element.getAttributeNames();
  if (element.tagName === 'A') {
    const href = element.getAttribute('href') ?? '';
    return names.every((name) => name === 'href' || name === 'rel') && /^(https?:\/\/|mailto:)/.test(href);
  }
  if (element.tagName === 'SPAN') return names.length === 1 && element.className === 'card-mention';
  if (element.tagName === 'OL') return names.every((name) => name === 'start');
  return ALLOWED.includes(element.tagName) && names.length === 0;
}
