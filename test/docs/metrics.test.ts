import { readFileSync } from 'node:fs';
import pg from 'pg';
import { expect, it } from 'vitest';
import { createTelemetry } from '../../server/telemetry/telemetry.ts';

it('documents every metric of ours, and no other', () => {
  const { registry } = createTelemetry({
    // Never asked: nobody scrapes.
    pool: new pg.Pool(),
    logger: { warn() {} },
    engineStatus: () => undefined,
    tracing: undefined,
  });
  const made = registry
    .getMetricsAsArray()
    .map(({ name }) => name)
    .filter((name) => name.startsWith('cardwire_'));
  const page = readFileSync('docs/operating.md', 'utf8');
  const documented = [...page.matchAll(/^\| `(cardwire_\w+)`/gm)].map(([, name]) => name);
  expect(documented.sort()).toEqual(made.sort());
  for (const [name] of page.matchAll(/cardwire_\w+/g)) expect(made).toContain(name);
});
