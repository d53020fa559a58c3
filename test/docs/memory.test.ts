import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { NODE_OPTIONS } from '../prove/rig/nodes.ts';

it('the memory options that operators read of are those that nodes are proved and measured with', () => {
  expect(readFileSync('docs/operating.md', 'utf8')).toContain(
    `node ${NODE_OPTIONS.join(' ')} server/main.ts`,
  );
});
