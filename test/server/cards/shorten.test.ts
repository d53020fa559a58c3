import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { markdownLink, markdownText } from '../../../server/cards/markdown.ts';
import { shorten, shortenMarkdown } from '../../../server/cards/shorten.ts';
import { hostileText } from './arbitraries.ts';
import { htmlOf, linkedAddresses } from './rendered-markdown.ts';

describe('shorten', () => {
  it('leaves what fits', () => {
    expect(shorten('fits', 4)).toBe('fits');
  });

  it('never splits a surrogate pair', () => {
    expect(shorten('😀'.repeat(100), 50)).toBe(`${'😀'.repeat(24)}…`);
  });
});

describe('shortenMarkdown', () => {
  it('leaves a link out rather than cut it in two', () => {
    const markdown = `Read ${markdownLink('the long story', 'https://x.example/story')} now`;
    expect(shortenMarkdown(markdown, 20)).toBe('Read…');
    expect(shortenMarkdown(markdown, markdown.length - 1)).toBe(
      'Read [the long story](https://x.example/story)…',
    );
  });

  it('leaves an escape out rather than cut it in two', () => {
    expect(shortenMarkdown(String.raw`aaaa\*bbbb`, 6)).toBe('aaaa…');
    expect(shortenMarkdown(String.raw`aaaa\\\*bbbb`, 8)).toBe(String.raw`aaaa\\…`);
  });

  it('takes a bracket that is escaped for text', () => {
    expect(shortenMarkdown(String.raw`a \[b c d e f`, 9)).toBe(String.raw`a \[b c…`);
  });

  it('links_and_shows_nothing_that_was_not_there_before', () => {
    const markdown = fc
      .array(fc.tuple(hostileText, fc.webUrl()), { maxLength: 5 })
      .map((lines) =>
        lines.map(([text, url]) => `- ${markdownLink('x', url)} ${markdownText(text)}`).join('\n'),
      );
    fc.assert(
      fc.property(markdown, fc.nat({ max: 300 }), (whole, maxLength) => {
        const short = shortenMarkdown(whole, maxLength);
        expect(short.length).toBeLessThanOrEqual(maxLength);
        expect(linkedAddresses(whole).join()).toContain(linkedAddresses(short).join());
        expect(htmlOf(short)).not.toMatch(/<(?!\/?(p|ul|li|a)\b)/);
      }),
    );
  });
});
