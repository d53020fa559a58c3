import { existsSync } from 'node:fs';
import { expect, it } from 'vitest';
import { readPage } from './page.ts';

const { text } = readPage('threat-model.md');

it('has an answer and a test that is there for every threat', () => {
  const [, threats = ''] = text.split('\n## Threats\n');
  const rows = (threats.split('\n## ')[0] ?? '')
    .split('\n')
    .filter((line) => /^\| (?!threat|---)/.test(line));
  expect(rows.length).toBeGreaterThan(20);
  for (const row of rows) {
    const [, threat = '', answer = '', tests = ''] = row.split('|');
    expect([threat.trim(), answer.trim()], row).not.toContain('');
    const files = [...tests.matchAll(/\]\(\.\.\/(test\/[^)]+\.test\.ts)\)/g)].map(([, file = '']) => file);
    expect(files.length, row).toBeGreaterThan(0);
    for (const file of files) expect([file, existsSync(file)]).toEqual([file, true]);
  }
});

it('has threats for every boundary of its drawing, and no other', () => {
  const drawn = [...new Set(text.match(/\bB\d\b(?= [a-zA-Z])/g))].sort();
  const told = [...text.matchAll(/^### (B\d): /gm)].map(([, boundary]) => boundary);
  expect(told).toEqual(drawn);
});
