import { expect, it } from 'vitest';
import docs from '../../../../docs/sandbox.md?raw';
import { openHost, settle } from './open-host.ts';

const FUNCTIONS = [...docs.matchAll(/^\| `([\w.]+)` \|/gm)].map(([, name = '']) => name);

it('is documented with all the functions that the host knows', () => {
  expect(FUNCTIONS.length).toBeGreaterThan(15);
});

it.each(FUNCTIONS)('knows %s, as the documentation says', async (func) => {
  const { page, log } = openHost();
  page.post({ id: 0, func: 'initialize', args: ['2.58.0', 4] });
  page.post({ id: 1, func, args: [] });
  await settle();
  expect(log.filter((entry) => entry.kind === 'call').at(-1)).toEqual({
    direction: 'page-to-host',
    kind: 'call',
    func,
    args: [],
  });
});
