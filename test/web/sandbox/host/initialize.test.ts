import { expect, it } from 'vitest';
import { initializeAnswer } from '../../../../web/sandbox/host/initialize.ts';

function runtimeFor(...args: unknown[]) {
  return JSON.parse(String(initializeAnswer('settings', args)[2]));
}

it.each([
  ['the newest', 4, 4],
  ['one that is newer than this host', 9, 4],
  ['an older one', 2, 2],
  ['none', undefined, 1],
])('never describes itself in a newer form than the SDK knows: %s', (_what, understood, version) => {
  expect(runtimeFor('2.58.0', understood)).toEqual({
    apiVersion: version,
    supports: { pages: { config: {} } },
  });
});

it('gives an SDK of version 1 a version where newer ones get a description', () => {
  expect(initializeAnswer('content', ['1.12.1'])).toEqual(['content', 'web', '2.0.1']);
});
