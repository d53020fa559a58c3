import { expect, it } from 'vitest';
import { isRetiredConnector } from '../../../server/destinations/retirement.ts';

it.each([
  { kind: 'connector', day: '2026-05-21T23:59:59Z', retired: false },
  { kind: 'connector', day: '2026-05-22T00:00:00Z', retired: true },
  { kind: 'workflow', day: '2030-01-01T00:00:00Z', retired: false },
] as const)('a $kind is retired on $day: $retired', ({ kind, day, retired }) => {
  expect(isRetiredConnector(kind, new Date(day))).toBe(retired);
});
