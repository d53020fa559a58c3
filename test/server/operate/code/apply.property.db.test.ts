import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { connector } from '../../../../manifest/connector.ts';
import { type ApplyContext, applyCode } from '../../../../server/operate/code/apply.ts';
import { exportPage } from '../../../../server/operate/code/export.ts';
import type { ConfigurationCode } from '../../../../server/operate/code/schema.ts';
import { startTestApp, type TestApp } from '../../../app.ts';
import { ZOE } from '../../../people.ts';
import { newConnector, newWorkflow } from '../../../webhook-urls.ts';

let test: TestApp;
let context: ApplyContext;
beforeAll(async () => {
  test = await startTestApp();
  const { storage, vault, clock } = test;
  context = {
    store: { prisma: storage.prisma, vault, now: () => clock.now },
    pool: storage.pool,
    connector,
    webhookHosts: ['webhook.office.com', 'api.powerplatform.com'],
    by: { objectId: 'key:key_1', name: 'CI' },
    tenantId: undefined,
  };
});
afterAll(() => test.close());

const TYPES = connector.eventGroups
  .flatMap(({ eventTypes }) => eventTypes.map(({ type }) => type))
  .slice(0, 8);
const URLS = [newConnector(), newWorkflow(), newWorkflow()];

const clock = fc
  .tuple(fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 59 }))
  .map((parts) => parts.map((part) => String(part).padStart(2, '0')).join(':'));
const line = fc.stringMatching(/^[\w é日𝄞"'\\{}-]{1,40}$/u);
const condition = fc.oneof(
  fc.record({
    field: fc.constantFrom('assignee', '@type', 'a.b'),
    operator: fc.constantFrom('is' as const, 'is not' as const),
    value: fc.oneof(line, fc.double({ noNaN: true, noDefaultInfinity: true }), fc.boolean()),
  }),
  fc.record({
    field: fc.constant('list'),
    operator: fc.constant('one of' as const),
    value: fc.array(line, { minLength: 1, maxLength: 3 }),
  }),
);
const conditions = fc.array(condition, { maxLength: 3 });
const place = fc.record(
  {
    kind: fc.constantFrom('tab' as const, 'connector' as const, 'browser' as const),
    teamName: line,
    channelName: line,
  },
  { requiredKeys: ['kind'] },
);

const code: fc.Arbitrary<ConfigurationCode> = fc.record(
  {
    key: fc.constantFrom('a', 'b', 'c'),
    tenantId: fc.constant(ZOE.tenantId),
    name: line,
    eventTypes: fc.uniqueArray(fc.constantFrom(...TYPES), { minLength: 1, maxLength: 4 }),
    language: fc.constantFrom('en' as const, 'fr' as const),
    filter: fc.record(
      {
        match: fc.constantFrom('all' as const, 'any' as const, 'none' as const),
        conditions,
        except: conditions,
      },
      { requiredKeys: ['match', 'conditions'] },
    ),
    schedule: fc.oneof(
      fc.constant({ kind: 'immediately' as const }),
      fc.record({ kind: fc.constant('daily' as const), time: clock }),
      fc.record({
        kind: fc.constant('weekly' as const),
        days: fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { minLength: 1 }),
        time: clock,
      }),
    ),
    quietHours: fc.record({ from: clock, to: clock }),
    timeZone: fc.constantFrom('UTC', 'Europe/Paris', 'America/New_York'),
    host: place,
    destination: fc.constantFrom(...URLS).map((url) => ({ url })),
    pause: fc.record(
      {
        until: fc.constantFrom('2026-11-22T10:00:00Z', '2026-11-22T10:00:00.5+01:00', '2020-01-01T00:00:00Z'),
        onResume: fc.constantFrom('catch_up' as const, 'replay' as const, 'drop' as const),
      },
      { requiredKeys: ['onResume'] },
    ),
  },
  { requiredKeys: ['key', 'tenantId', 'name', 'eventTypes'] },
);

it('whatever_was_applied_is_unchanged_when_it_is_applied_or_exported_and_applied_again', async () => {
  await fc.assert(
    fc.asyncProperty(code, async (entry) => {
      const wouldBe = await applyCode(context, entry, true);
      const first = await applyCode(context, entry, false);
      expect(first).toMatchObject({ outcome: wouldBe.outcome, changes: wouldBe.changes });
      expect(first.problem).toBeUndefined();
      expect(await applyCode(context, entry, false)).toMatchObject({ outcome: 'unchanged', changes: [] });
      const { items } = await exportPage(test.storage.prisma, { tenantId: undefined, after: undefined });
      for (const exported of items) {
        expect(await applyCode(context, exported, true)).toMatchObject({ outcome: 'unchanged', changes: [] });
      }
    }),
    { numRuns: 60 },
  );
});

it('what_is_no_entry_is_told_and_stores_nothing', async () => {
  const before = await test.storage.prisma.configuration.count();
  await fc.assert(
    fc.asyncProperty(fc.anything(), async (given) => {
      expect(await applyCode(context, given, false)).toMatchObject({ outcome: 'failed' });
    }),
    { numRuns: 100 },
  );
  expect(await test.storage.prisma.configuration.count()).toBe(before);
});
