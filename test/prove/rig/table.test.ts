import { expect, it } from 'vitest';
import { markdownTable, plainTable } from './table.ts';

const rows = [
  ['what', 'found'],
  ['lost', '0'],
  ['a | b', '12'],
];

it('aligns columns for a terminal', () => {
  expect(plainTable(rows)).toBe('what   found\n─────  ─────\nlost   0\na | b  12');
});

it('escapes what would end a cell in Markdown', () => {
  expect(markdownTable(rows)).toBe('| what | found |\n|---|---|\n| lost | 0 |\n| a \\| b | 12 |');
});
