import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { markdownLink } from '../../../server/cards/markdown.ts';
import { shorten, shortenMarkdown } from '../../../server/cards/shorten.ts';
import { teamsMarkdown } from '../../../server/cards/teams-markdown.ts';
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
    const markdown = `Read ${markdownLink('the long story', 'https://x.example/story')} now and then`;
    expect(shortenMarkdown(markdown, 24)).toBe('Read…');
    expect(shortenMarkdown(markdown, markdown.length - 4)).toBe(
      'Read [the long story](https://x.example/story) now…',
    );
  });

  it('leaves an escape out rather than cut it in two', () => {
    expect(shortenMarkdown(String.raw`aaaa\*bbbb`, 9)).toBe('aaaa…');
    expect(shortenMarkdown(String.raw`aaaa\\\*bbbb`, 11)).toBe(String.raw`aaaa\\…`);
  });

  it('takes a bracket that is escaped for text', () => {
    expect(shortenMarkdown(String.raw`a \[b c d e f`, 12)).toBe(String.raw`a \[b c…`);
  });

  it('ends the marks that it cuts', () => {
    expect(shortenMarkdown('An **important word** here', 19)).toBe('An **important**…');
    expect(shortenMarkdown('_An **important word** here_', 20)).toBe('_An **important**_…');
    expect(shortenMarkdown('**An _important word_ here**', 20)).toBe('**An _important_**…');
    expect(shortenMarkdown('**Bold.**\n\nThen [x](https://x.example/a_b) and so on', 46)).toBe(
      '**Bold.**\n\nThen [x](https://x.example/a_b)…',
    );
    expect(shortenMarkdown('A ** star\n\nand words and words', 25)).toBe('A ** star\n\nand words…');
    expect(shortenMarkdown(`${'文'.repeat(20)}**字字字**`, 25)).toBe(`${'文'.repeat(20)}…`);
    expect(shortenMarkdown(`${'文'.repeat(20)}**字字字**`, 26)).toBe(`${'文'.repeat(20)}…`);
  });

  it('is_never_longer_than_allowed_and_links_and_shows_nothing_new', () => {
    fc.assert(
      fc.property(hostileText, fc.webUrl(), fc.nat({ max: 300 }), (text, url, maxLength) => {
        const whole = `- ${markdownLink('x', url)} y\n\n${teamsMarkdown(text)}`;
        const short = shortenMarkdown(whole, maxLength);
        expect(short.length).toBeLessThanOrEqual(maxLength);
        expect(linkedAddresses(whole).join()).toContain(linkedAddresses(short).join());
        expect(htmlOf(short)).not.toMatch(/<(?!\/?(p|ul|ol|li|a|strong|em)\b)/);
      }),
    );
  });
});
