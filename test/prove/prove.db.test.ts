import { expect, it } from 'vitest';
import { readProveOptions } from './options.ts';
import { prove } from './prove.ts';

const TEST_TIMEOUT_MS = 150_000;

// `npm run prove -- --quick`, without its limit on the time that a takeover may need: a test has no clock.
it('loses, swaps and doubles nothing while webhooks misbehave and a node and the database are killed', {
  timeout: TEST_TIMEOUT_MS,
}, async () => {
  const { findings, logs } = await prove(readProveOptions(['--quick']));
  expect({ ...findings, logs }).toMatchObject({
    refused: 0,
    arrived: findings.expected,
    lost: [],
    late: [],
    misdirected: [],
    unexplained: [],
    outOfOrder: [],
    tooFast: [],
    crashes: 0,
    recoveries: [{ kind: 'node' }, { kind: 'database' }],
  });
  expect(findings.acknowledged).toBe(120);
});
