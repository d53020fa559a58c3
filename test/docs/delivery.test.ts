import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';

const page = readFileSync('docs/delivery.md', 'utf8');

/** The codes in the first column of the rows of a section. */
function documented(section: string): string[] {
  const text = page.split(/^## /m).find((part) => part.startsWith(`${section}\n`)) ?? '';
  const rows = [...text.matchAll(/^\| (`[^|]+`) \|/gm)];
  return rows.flatMap(([, cell = '']) => [...cell.matchAll(/`([\w-]+)`/g)].map(([, code = '']) => code));
}

/** The texts of a union of literals, as the source declares it. */
function declared(file: string, type: string): string[] {
  const source = readFileSync(file, 'utf8');
  const [, union = ''] = new RegExp(`type ${type} =([^;]+);`).exec(source) ?? [];
  return [...union.matchAll(/'([\w-]+)'/g)].map(([, code = '']) => code);
}

const STATES = ['waiting', 'sent', 'folded', 'failed', 'dropped', 'expired'];

it('documents every state and reason of a delivery, and no other', () => {
  const reasons = declared('server/delivery/reasons.ts', 'Reason');
  expect(reasons).toContain('now');
  expect(documented('States').sort()).toEqual([...STATES, ...reasons].sort());
});

it('documents every step of an explanation, and no other', () => {
  const waits = declared('server/delivery/why-waiting.ts', 'WaitCode').map((code) => `waiting-${code}`);
  const steps = declared('server/configurations/explain.ts', 'StepCode').filter((code) => code !== 'code');
  expect(steps).toContain('event-unknown');
  expect(documented('Explain').sort()).toEqual([...waits, ...steps].sort());
});
