import { describe, expect, test } from 'vitest';
import { CARD_LIMITS } from '../../../server/cards/limits.ts';
import { teamsMarkdown } from '../../../server/cards/teams-markdown.ts';

const MEGABYTE = 1_048_576;
const filled = (piece: string) => piece.repeat(Math.ceil(MEGABYTE / piece.length));

/** `<b a1><b a2>…`: each is one more that HTML opens again in every paragraph. */
const formats = Array.from({ length: 3_000 }, (_, index) => `<b a${index}>`).join('');

describe('teamsMarkdown of a megabyte', () => {
  test.each([
    ['signs of tags', filled('<')],
    ['tags without an end', filled('<b ')],
    ['nested tags', filled('<div>')],
    ['nested quotes', filled('> ')],
    ['nested lists', filled('<ul><li>')],
    ['closing tags', `${'<i>'.repeat(10_000)}${filled('</b>')}`],
    ['comments without an end', filled('<!--')],
    ['brackets', filled('[')],
    ['pictures', filled('![](')],
    ['stars', filled('**a ')],
    ['underscores', filled('_a__')],
    ['backticks', filled('`` ` ')],
    ['entities', filled('&lt;')],
    ['cells', filled('<td> ')],
    ['formats that HTML repeats', formats + filled('<p>x')],
    ['one word', filled('x')],
  ])('is no longer than what was read: %s', (_name, text) => {
    expect(teamsMarkdown(text).length).toBeLessThan(3 * CARD_LIMITS.text);
    expect(teamsMarkdown(`<html>${text}`).length).toBeLessThan(20 * CARD_LIMITS.text);
  });

  test('says where a document was cut', () => {
    expect(teamsMarkdown(`<html>${filled('<p>x</p>')}`)).toMatch(/x\n\n…$/);
  });
});
