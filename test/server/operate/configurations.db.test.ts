import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { OperatedPage } from '../../../server/operate/configuration-schema.ts';
import { startTestApp, type TestApp } from '../../app.ts';
import { addConfiguration, newId } from '../../configuration-row.ts';
import { addDelivery } from '../../delivery-row.ts';
import { MALLORY, ZOE } from '../../people.ts';
import { expectProblem } from '../../problem.ts';
import { newOperator, type Operator } from './operator.ts';

const NOW = new Date('2026-11-21T10:00:00Z');
const daysAgo = (days: number) => new Date(NOW.getTime() - days * 86_400_000);

let test: TestApp;
let operator: Operator;
beforeAll(async () => {
  test = await startTestApp({ RETENTION_DAYS: '10' });
  operator = await newOperator(test);
});
beforeEach(async () => {
  await test.storage.pool.query('TRUNCATE configuration, event, delivery, attempt');
  test.clock.now = NOW;
});
afterAll(() => test.close());

const add = (change: Parameters<typeof addConfiguration>[1]) => addConfiguration(test.storage.prisma, change);
async function list(query = '', as = operator): Promise<OperatedPage> {
  const answer = await as.get(`/configurations${query}`);
  expect(answer.statusCode, answer.body).toBe(200);
  return answer.json();
}
const namesOf = async (query: string) => (await list(query)).items.map(({ name }) => name).sort();

describe('the operator’s list of configurations', () => {
  it('shows each with its organisation, channel, destination and who changed it, and no address', async () => {
    await add({ teamName: 'Lighthouse', channelName: 'General' });
    const [item] = (await list()).items;
    expect(item).toMatchObject({
      tenantId: ZOE.tenantId,
      name: 'Tasks',
      state: 'active',
      eventTypes: ['task.created'],
      host: { kind: 'tab', teamName: 'Lighthouse', channelName: 'General' },
      destination: { kind: 'workflow', label: 'example …abcd' },
      updatedByName: ZOE.name,
      waiting: 0,
    });
    expect(JSON.stringify(item)).not.toMatch(/sealed|fingerprint/);
  });

  it('tells what waits, since when, how much of the retention time is used, and the last success', async () => {
    const { id } = await add({});
    await addDelivery(test.storage.prisma, id, { createdAt: daysAgo(7), urgent: false });
    await addDelivery(test.storage.prisma, id, { createdAt: daysAgo(5), urgent: true });
    await addDelivery(test.storage.prisma, id, { state: 'sent', createdAt: daysAgo(9) });
    const attempt = { configurationId: id, durationMs: 80, words: '' };
    await test.storage.prisma.attempt.createMany({
      data: [
        { ...attempt, startedAt: daysAgo(9), verdict: 'posted' },
        { ...attempt, startedAt: daysAgo(8), verdict: 'accepted' },
        { ...attempt, startedAt: daysAgo(7), verdict: 'try_again' },
      ],
    });
    expect((await list()).items[0]).toMatchObject({
      waiting: 2,
      oldestWaitingAt: daysAgo(7).toISOString(),
      usedShare: 0.7,
      lastSuccessAt: daysAgo(8).toISOString(),
    });
  });

  it('is searched by name, team, channel and id, whatever the signs mean in SQL', async () => {
    const { id } = await add({ name: '100% of builds' });
    await add({ name: 'Other', teamName: 'Builders' });
    await add({ name: 'Third', channelName: 'builds_and_more' });
    expect(await namesOf('?search=BUILD')).toEqual(['100% of builds', 'Other', 'Third']);
    expect(await namesOf('?search=0%25')).toEqual(['100% of builds']);
    expect(await namesOf('?search=s_and')).toEqual(['Third']);
    expect(await namesOf('?search=s%5Cand')).toEqual([]);
    expect(await namesOf(`?search=${id}`)).toEqual(['100% of builds']);
  });

  it('is narrowed by state, event type and organisation', async () => {
    await add({ name: 'paused', state: 'paused' });
    await add({ name: 'pushes', eventTypes: ['github.push', 'task.created'] });
    await add({ name: 'theirs', tenantId: MALLORY.tenantId });
    await add({ name: 'gone', state: 'removed' });
    expect(await namesOf('')).toEqual(['paused', 'pushes', 'theirs']);
    expect(await namesOf('?state=paused')).toEqual(['paused']);
    expect(await namesOf('?state=removed')).toEqual(['gone']);
    expect(await namesOf('?type=github.push')).toEqual(['pushes']);
    expect(await namesOf(`?tenant=${MALLORY.tenantId}`)).toEqual(['theirs']);
  });

  it('lists broken ones with their reason, those first that broke first', async () => {
    const broken = { state: 'broken', stateReason: 'HTTP 410' } as const;
    await add({ ...broken, name: 'later', brokenAt: daysAgo(1) });
    await add({ ...broken, name: 'first', brokenAt: daysAgo(4) });
    await add({});
    const { items } = await list('?state=broken');
    expect(items.map(({ name, stateReason, brokenAt }) => [name, stateReason, brokenAt])).toEqual([
      ['first', 'HTTP 410', daysAgo(4).toISOString()],
      ['later', 'HTTP 410', daysAgo(1).toISOString()],
    ]);
  });

  it.each([[''], ['?state=broken']])(
    'leads through all pages by its cursor, each once: %s',
    async (query) => {
      const at = daysAgo(1);
      const state = query === '' ? 'active' : 'broken';
      await Promise.all(
        Array.from({ length: 120 }, (_, number) =>
          add({ name: `${number}`, state, createdAt: at, ...(query !== '' && { brokenAt: at }) }),
        ),
      );
      const seen: string[] = [];
      let next: string | undefined;
      do {
        const cursor = next === undefined ? '' : `${query === '' ? '?' : '&'}cursor=${next}`;
        const page: OperatedPage = await list(`${query}${cursor}`);
        expect(page.items.length).toBeLessThanOrEqual(50);
        seen.push(...page.items.map(({ name }) => name));
        next = page.next;
      } while (next !== undefined);
      expect(seen.length).toBe(120);
      expect(new Set(seen).size).toBe(120);
    },
  );

  it('shows one with what its channel chose, and explains an event that never came to it', async () => {
    const { id } = await add({ quietHours: { from: '22:00', to: '06:00' } });
    const one = await operator.get(`/configurations/${id}`);
    expect(one.json()).toMatchObject({ id, waiting: 0, configuration: { id, language: 'en' } });
    const why = await operator.get(`/configurations/${id}/explain?source=s&event=unknown`);
    expect(why.json().steps[0].code).toBe('event-unknown');
  });
});

describe('a key of one organisation', () => {
  it('sees the configurations of that one alone', async () => {
    const theirs = await newOperator(test, { tenantId: MALLORY.tenantId });
    const ours = await add({ name: 'ours' });
    await add({ name: 'theirs', tenantId: MALLORY.tenantId });
    expect((await list('', theirs)).items.map(({ name }) => name)).toEqual(['theirs']);
    expect((await list(`?tenant=${ZOE.tenantId}`, theirs)).items).toEqual([]);
    for (const id of [ours.id, newId(), 'nonsense', '%00']) {
      const paths = [`/configurations/${id}`, `/configurations/${id}/explain?source=s&event=e`];
      for (const path of paths) expectProblem(await theirs.get(path), 404, 'configuration-not-found');
    }
  });
});

it('the operator’s routes are for keys of the scope "operate"', async () => {
  expectProblem(await test.app.inject({ url: '/api/operate/configurations' }), 401, 'api-key-refused');
  const sender = await newOperator(test, { scopes: ['events'] });
  expectProblem(await sender.get('/configurations'), 403, 'scope-missing');
});

it.each([
  ['cursor=nonsense'],
  ['state=odd'],
  ['tenant=x'],
  ['search='],
  ['search=%00'],
  ['colour=red'],
  ['cursor=1'],
])('a query that is none is refused: %s', async (query) =>
  expectProblem(await operator.get(`/configurations?${query}`), 400, 'invalid-request'),
);
