import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { blocksOfHtml } from '../../../server/cards/html-blocks.ts';
import { htmlOfMarkdown } from '../../../server/cards/markdown-html.ts';
import { teamsMarkdown } from '../../../server/cards/teams-markdown.ts';
import { hostileText } from './arbitraries.ts';
import { htmlOf, linkedAddresses } from './rendered-markdown.ts';

describe('teamsMarkdown', () => {
  test.each([
    ['bold and italic', '__b__ *i* ***both***', '**b** _i_ **_both_**'],
    ['bullets', '* one\n* two', '- one\n- two'],
    ['numbers', '3) three\n4) four', '3. three\n4. four'],
    ['links', '[Read *this*](https://x.example/a_(b))', '[Read this](https://x.example/a_%28b%29)'],
    [
      'addresses',
      'See https://x.example/a_b.',
      String.raw`See [https://x.example/a\_b](https://x.example/a_b).`,
    ],
    ['paragraphs', 'one\n\n\ntwo', 'one\n\ntwo'],
  ])('keeps %s', (_name, markdown, shown) => {
    expect(teamsMarkdown(markdown)).toBe(shown);
  });

  test.each([
    ['lines paragraphs', 'one\ntwo  \nthree<br>four', 'one\n\ntwo\n\nthree\n\nfour'],
    ['headings bold', '## The **end**\n\nBye\n===', '**The end**\n\n**Bye**'],
    [
      'pictures links',
      'See ![the lamp](https://x.example/lamp.png)',
      'See [the lamp](https://x.example/lamp.png)',
    ],
    [
      'a picture in a link its text',
      '[![badge](https://x.example/b.svg)](https://x.example/)',
      '[badge](https://x.example/)',
    ],
    ['code text', 'Run `rm *` now', String.raw`Run rm \* now`],
    ['blocks of code lines', '```sh\nif x\n  y_z\n```', `if x\n\n\u00a0\u00a0${String.raw`y\_z`}`],
    ['quotes text', '> so they said', 'so they said'],
    ['tables lines', '| a | b |\n|---|---|\n| *1* | 2 |\n\nend', 'a | b\n\n_1_ | 2\n\nend'],
    ['nested lists dashes', '1. one\n   - inner\n2. two', '1. one\n\n- – inner\n\n2. two'],
    ['task lists boxes', '- [ ] open\n- [x] done', '- ☐ open\n- ☑ done'],
    ['a second paragraph of an item one of its own', '- one\n\n  more', '- one\n\nmore'],
    ['an empty item nothing', '-\n\ntext', 'text'],
    ['a line break in bold two bold paragraphs', '**one\ntwo**', '**one**\n\n**two**'],
    ['rules nothing', 'one\n\n---\n\ntwo', 'one\n\ntwo'],
    ['strike-through text', '~~gone~~', 'gone'],
    ['tags what they mean', '<details><summary>More</summary>\n\n<b>Text</b></details>', 'More\n\n**Text**'],
    ['capital tags nothing', 'one<BR>two', 'one\n\ntwo'],
    ['tags of other languages text', '<div>\nList<String>\n</div>', String.raw`List\<String>`],
    ['comments nothing', 'a <!-- hidden --> b\n\n<!-- hidden\n\ntoo -->', 'a b'],
  ])('makes %s', (_name, markdown, shown) => {
    expect(teamsMarkdown(markdown)).toBe(shown);
  });

  test.each([
    ['a mention', '<at>Everybody</at>', String.raw`\<at>Everybody\</at>`],
    ['a mention that hides in a tag', '<<b>at>Everybody<</b>/at>', String.raw`\<**at>Everybody\<**/at>`],
    ['a mention written as entities', '&lt;at&gt;x&lt;/at&gt;', String.raw`\<at>x\</at>`],
    ['a type that looks like a tag', 'List<String>', String.raw`List\<String>`],
    ['a script', '[x](javascript:alert(1)) <javascript:alert(1)>', null],
    ['a picture after a call', 'Look![x](https://x.example/)!<b></b>[y](https://y.example/)', null],
    ['a date function', '{{DATE(2020-01-01T00:00:00Z)}}', String.raw`{\{DATE(2020-01-01T00:00:00Z)}}`],
    ['words with underscores', 'APP_POOL_01', String.raw`APP\_POOL\_01`],
    ['italic inside a word', 'un*believ*able', 'unbelievable'],
    ['italic at the start of a word', '*un*believable', 'unbelievable'],
    ['an escape', String.raw`\*not italic\*`, String.raw`\*not italic\*`],
    ['the name of a file', 'read.me', 'read.me'],
    ['a comment without an end', '<!-- hidden', ''],
    ['a link without text', 'a [<b></b>](https://x.example/)', 'a'],
    ['a number that is escaped', String.raw`1\. x`, String.raw`1\. x`],
    ['a list in code', '```\n- x\n```', String.raw`\- x`],
    ['a quote behind a no-break space', '\u00a0> x', String.raw`\> x`],
    ['bold of nothing', '**\u202e**', ''],
  ])('gives %s no effect', (_name, markdown, shown) => {
    if (shown !== null) expect(teamsMarkdown(markdown)).toBe(shown);
    expect(htmlOf(teamsMarkdown(markdown))).not.toMatch(/<img|<at|javascript:[^<]*"/);
  });

  it('reads only the beginning of an endless text', () => {
    const endless = '**a '.repeat(50_000);
    expect(teamsMarkdown(endless).length).toBeLessThan(50_000);
  });

  it('shows_nothing_but_paragraphs_lists_bold_italic_and_links', () => {
    fc.assert(
      fc.property(hostileText, (text) => {
        const markdown = teamsMarkdown(text);
        const tags = htmlOf(markdown).match(/<[^>]*>/g) ?? [];
        expect(
          tags.filter(
            (tag) => !/^<(\/?(p|ul|ol|li|strong|em)|ol start="\d+"|\/a|a href="[^"]*")>$/.test(tag),
          ),
        ).toEqual([]);
        for (const address of linkedAddresses(markdown)) expect(address).toMatch(/^(https?:\/\/|mailto:)/);
        expect(markdown).not.toContain('{{');
      }),
    );
  });

  it('keeps_every_word_of_plain_sentences', () => {
    fc.assert(
      fc.property(fc.lorem({ mode: 'sentences', maxCount: 5 }), (sentences) => {
        expect(teamsMarkdown(sentences)).toBe(sentences);
      }),
    );
  });
});

test('plain_text_is_taken_as_it_is_only_where_reading_it_says_the_same', () => {
  const sign = fc.constantFrom(...' ,.;\'’"«»()%?…–—-019aZéßΩ漢:@/#*_&!\n');
  const line = fc.array(
    fc.oneof({ weight: 9, arbitrary: sign }, fc.string({ unit: 'grapheme', maxLength: 1 })),
  );
  fc.assert(
    fc.property(
      line.map((signs) => signs.join('')),
      (text) => {
        const blocks = blocksOfHtml(htmlOfMarkdown(text));
        fc.pre(blocks.length === 1 && blocks[0]?.kind === 'paragraph');
        expect(teamsMarkdown(text)).toBe(blocks[0]?.markdown);
      },
    ),
    { numRuns: 2_000 },
  );
});
