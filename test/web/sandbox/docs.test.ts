import { expect, it } from 'vitest';
import docs from '../../../docs/sandbox.md?raw';
import { quirks } from '../../../web/sandbox/locales/quirks-en.ts';
import { webhooks } from '../../../web/sandbox/locales/webhooks-en.ts';

function switchesIn(heading: string): string[] {
  const section = docs.split(`### ${heading}\n`)[1]?.split('\n#')[0] ?? '';
  const rows = [...section.matchAll(/^\| (?!-)([^|]+) \|/gm)].map(([, name = '']) => name);
  return rows.slice(1);
}

it('has every way in which webhooks misbehave in its documentation', () => {
  const { normal, ...others } = webhooks.behaviours;
  expect(normal.name).toBe('Behave');
  expect(switchesIn('When they misbehave')).toEqual(Object.values(others).map(({ name }) => name));
});

it('has every quirk in its documentation', () => {
  expect(switchesIn('Quirks')).toEqual(Object.values(quirks.list).map(({ name }) => name));
});
