import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { CONNECTORS_RETIRED_SINCE, isRetiredConnector } from '../../../server/destinations/retirement.ts';

const THE_DAY = new Date(CONNECTORS_RETIRED_SINCE);
const THE_DAY_BEFORE = new Date(THE_DAY.getTime() - 1);

it('a connector is retired from the first moment of the day on', () => {
  expect(isRetiredConnector('connector', THE_DAY_BEFORE)).toBe(false);
  expect(isRetiredConnector('connector', THE_DAY)).toBe(true);
});

it('a workflow is not retired', () => {
  expect(isRetiredConnector('workflow', THE_DAY)).toBe(false);
});

it('the day is the one that docs/destinations.md names', () => {
  const docs = readFileSync(new URL('../../../docs/destinations.md', import.meta.url), 'utf8');
  expect(docs).toContain(`retired since ${CONNECTORS_RETIRED_SINCE}`);
});
