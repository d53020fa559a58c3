import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { escapeMarkdown, markdownLink, plainLine, safeUrl } from '../../../server/cards/markdown.ts';
import { hostileText } from './arbitraries.ts';
import { htmlOf, htmlText } from './rendered-markdown.ts';

const asOneLine = (text: string) => plainLine(text, Number.MAX_SAFE_INTEGER);

describe('escapeMarkdown', () => {
  test.each([
    ['emphasis', 'a *b* __c__', String.raw`a \*b\* \_\_c\_\_`],
    ['an underscore inside a word', 'APP_POOL_01', String.raw`APP\_POOL\_01`],
    ['a link', '[safe](https://evil.example)', String.raw`\[safe\](https://evil.example)`],
    ['an image', '![x](https://evil.example/pixel)', String.raw`!\[x\](https://evil.example/pixel)`],
    ['code', '`rm -rf`', String.raw`\`rm -rf\``],
    ['a mention', '<at>Everybody</at>', String.raw`\<at>Everybody\</at>`],
    ['a tag', '<img src=x>', String.raw`\<img src=x>`],
    ['an entity', '&lt;at&gt;', String.raw`\&lt;at\&gt;`],
    ['a date function', '{{DATE(2020-01-01T00:00:00Z)}}', String.raw`{\{DATE(2020-01-01T00:00:00Z)}}`],
    ['strike-through', '~~no~~', String.raw`\~\~no\~\~`],
    ['an escape', String.raw`\*`, String.raw`\\\*`],
    ['a backslash at the end', 'C:\\', String.raw`C:\\`],
    ['a heading', '# Big', String.raw`\# Big`],
    ['a quote', '> said', String.raw`\> said`],
    ['a bullet', '- one', String.raw`\- one`],
    ['a numbered item', '1. one', String.raw`1\. one`],
    ['a rule', '---', String.raw`\---`],
    ['line breaks', 'one\r\n# two', 'one # two'],
    ['marks that reorder text', 'user\u202egnp.exe', 'usergnp.exe'],
  ])('makes %s plain', (_name, text, markdown) => {
    expect(escapeMarkdown(text)).toBe(markdown);
  });

  test.each(['R&D', 'a < b', 'a > b', '~5 minutes', 'C:\\Users\\bob', '#12', '-> x', '3.5', 'wow!', 'a - b'])(
    'leaves %j as it is, for phones show the backslash',
    (text) => {
      expect(escapeMarkdown(text)).toBe(text);
    },
  );

  it('shows_exactly_what_was_written', () => {
    fc.assert(
      fc.property(hostileText, (text) => {
        const line = asOneLine(text);
        expect(htmlOf(escapeMarkdown(text))).toBe(line === '' ? '' : `<p>${htmlText(line)}</p>`);
      }),
    );
  });

  it('cannot_end_the_list_item_it_is_put_into', () => {
    fc.assert(
      fc.property(hostileText, (text) => {
        const html = htmlOf(`- x ${escapeMarkdown(text)}\n- ${escapeMarkdown(text)}y`);
        const line = asOneLine(text);
        const [first, second] = [`x ${line}`.trim(), `${line}y`];
        expect(html).toBe(`<ul>\n<li>${htmlText(first)}</li>\n<li>${htmlText(second)}</li>\n</ul>`);
      }),
    );
  });

  it('never_smuggles_a_mention_or_a_function', () => {
    fc.assert(
      fc.property(hostileText, (text) => {
        expect(escapeMarkdown(text)).not.toMatch(/(?<!\\)<\/?at/);
        expect(escapeMarkdown(text)).not.toContain('{{');
      }),
    );
  });
});

describe('safeUrl', () => {
  test.each([
    ['https://github.com/octo/hello', 'https://github.com/octo/hello'],
    ['http://intranet/page?q=1#top', 'http://intranet/page?q=1#top'],
    ['mailto:ops@example.com', 'mailto:ops@example.com'],
    ['HTTPS://EXAMPLE.COM', 'https://example.com/'],
    ['https://[2001:db8::1]:8443/x', 'https://[2001:db8::1]:8443/x'],
    ['https://x.example/a(b)[c]', 'https://x.example/a%28b%29%5Bc%5D'],
    ['https://x.example/?q=\\"`{}', 'https://x.example/?q=%5C%22%60%7B%7D'],
    ['https://bücher.example/é', 'https://xn--bcher-kva.example/%C3%A9'],
    ['mailto:<at>x</at>@example.com', 'mailto:%3Cat%3Ex%3C/at%3E@example.com'],
  ])('takes %s', (text, url) => {
    expect(safeUrl(text)).toBe(url);
  });

  test.each([
    'javascript:alert(1)',
    ' java\nscript:alert(1)',
    'JaVaScRiPt:alert(1)',
    'data:text/html,<script>alert(1)</script>',
    'vbscript:x',
    'file:///etc/passwd',
    'ftp://example.com/x',
    'ms-settings:privacy',
    'msteams:/l/chat',
    '//example.com',
    '/relative',
    'example.com',
    'https://',
    '',
    'https://github.com@evil.example/',
    'https://user:secret@example.com/',
    `https://example.com/${'x'.repeat(2_000)}`,
    `${' '.repeat(2_000)}https://example.com/`,
    `https://example.com/${'é'.repeat(600)}`,
  ])('refuses %j', (text) => {
    expect(safeUrl(text)).toBeUndefined();
  });

  it('never_gives_anything_but_a_plain_address', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.webUrl(),
          hostileText.map((text) => `https://x.example/${text}`),
        ),
        (text) => {
          const url = safeUrl(text);
          if (url === undefined) return;
          expect(url).toMatch(/^(https?:\/\/|mailto:)[!#-;=?-Z_a-z|~^]+$/);
          expect(safeUrl(url)).toBe(url);
        },
      ),
    );
  });
});

describe('markdownLink', () => {
  it('links a text to an address', () => {
    expect(markdownLink('a_b', 'https://x.example/(1)')).toBe(String.raw`[a\_b](https://x.example/%281%29)`);
  });

  it('leaves the text alone when the address is not safe or missing', () => {
    expect(markdownLink('click', 'javascript:alert(1)')).toBe('click');
    expect(markdownLink('click', undefined)).toBe('click');
  });

  it('links_to_the_given_address_and_no_other', () => {
    fc.assert(
      fc.property(hostileText, fc.webUrl({ withQueryParameters: true }), (text, url) => {
        const line = asOneLine(text);
        if (line === '') return;
        const html = htmlOf(markdownLink(text, url));
        expect(html.match(/<a /g)).toHaveLength(1);
        expect(html.replace(/<a href="[^"]*">/, '')).toBe(`<p>${htmlText(line)}</a></p>`);
      }),
    );
  });
});

describe('plainLine', () => {
  it('ends at a word with an ellipsis', () => {
    expect(plainLine('The quick brown fox', 12)).toBe('The quick…');
    expect(plainLine('The quick', 9)).toBe('The quick');
  });

  it('cuts inside a word that is too long', () => {
    expect(plainLine('x'.repeat(200), 120)).toBe(`${'x'.repeat(119)}…`);
  });

  it('is_one_well_formed_line_of_at_most_the_given_length', () => {
    fc.assert(
      fc.property(hostileText, fc.integer({ min: 1, max: 60 }), (text, maxLength) => {
        const line = plainLine(text, maxLength);
        expect(line.length).toBeLessThanOrEqual(maxLength);
        expect(line.isWellFormed()).toBe(true);
        expect(line).not.toMatch(/[\p{Cc}\u2028\u2029\u202a-\u202e]/u);
      }),
    );
  });
});
