import type { LightMyRequestResponse } from 'fastify';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addConfiguration, newId } from '../../configuration-row.ts';
import { event } from '../../events.ts';
import { MALLORY, ZOE } from '../../people.ts';
import { type DeclaredRoute, withRoutes } from '../../routes.ts';
import { newConnector } from '../../webhook-urls.ts';
import { type Browser, granted, openBrowser } from '../connect/browser.ts';
import { startProduction } from './production.ts';

/** What each call needs to be let through to where the id is looked up. */
const BODIES: Record<string, object> = {
  'PATCH /configurations/:id': { version: 1, name: 'Mine' },
  'PUT /configurations/:id/destination': { url: newConnector() },
  'POST /configurations/:id/connect': { url: newConnector() },
  'POST /configurations/:id/pause': {},
  'POST /configurations/:id/resume': {},
  'POST /configurations/:id/replay': { failed: true },
  'POST /configurations/:id/restore': { version: 1 },
  'POST /configurations/:id/test': {},
};
const QUERIES: Record<string, string> = {
  'GET /configurations/:id/explain': '?source=https://tasks.example&event=1',
};

let test: Awaited<ReturnType<typeof startProduction>>;
let routes: DeclaredRoute[];
/** Of Zoë's, or of her browser. */
let theirs: { active: string; removed: string; pending: string; event: string };
let mine: { id: string; browser: Browser };

beforeAll(async () => {
  ({ built: test, routes } = await withRoutes(startProduction));
  const { prisma } = test.storage;
  const browser = openBrowser(test);
  const active = await browser.connect();
  const removed = (await addConfiguration(prisma, { state: 'removed' })).id;
  await browser.comeBack({ state: await browser.start(), ...granted() });
  const { pending } = (await browser.call('GET', '/connect/api/session')).json();
  const sent = event({ tenantId: ZOE.tenantId });
  await test.send([sent]);
  const stored = await prisma.event.findFirstOrThrow({ where: { sourceId: sent.id } });
  theirs = { active, removed, pending: pending[0].id, event: String(stored.id) };
  const other = openBrowser(test);
  mine = { id: await other.connect(granted(newGroup(MALLORY.tenantId))), browser: other };
});
afterAll(() => test.close());

const newGroup = (tenantId: string) =>
  `https://outlook.office.com/webhook/33333333-aaaa-4bbb-8ccc-000000000009@${tenantId}/44444444-aaaa-4bbb-8ccc-000000000001/${newId().replace(/[^a-f0-9]/g, '0')}/${MALLORY.objectId}`;

/** Calls a route as somebody else: signed in where people sign in, by a browser of their own below `/connect`. */
function call({ method, url }: DeclaredRoute, id: string, number = '1'): Promise<LightMyRequestResponse> {
  const key = `${method} ${url.replace(/^\/(connect\/)?api/, '')}`;
  const path = url.replace(/:id\b/, id).replace(/:number\b/, number) + (QUERIES[key] ?? '');
  const body = BODIES[key];
  if (url.startsWith('/connect/')) return mine.browser.call(method as 'GET', path, body);
  return test.as(MALLORY, method as 'GET', path, body);
}

/** All that an answer tells; only its request has a number of its own, with as many digits as it has. */
function told(answer: LightMyRequestResponse) {
  const { date, 'content-length': length, ...headers } = answer.headers;
  const body = answer.body.replace(/"requestId":"[^"]+"/, '');
  return { status: answer.statusCode, headers, body };
}

/** What people can call with an id in its path. Operators see everything. */
const withIds = () =>
  routes.filter(
    ({ method, url }) => method !== 'HEAD' && url.includes(':') && !url.startsWith('/api/operate/'),
  );

const everything = async () => {
  const { prisma } = test.storage;
  return [await prisma.configuration.findMany({ orderBy: { id: 'asc' } }), await prisma.delivery.count()];
};

describe('no call tells whether an id of somebody else is there', () => {
  it('in its path', async () => {
    expect(withIds().length).toBeGreaterThan(25);
    const before = await everything();
    const different: string[] = [];
    for (const route of withIds()) {
      const unknown = told(await call(route, newId()));
      expect([route.name, unknown.status]).toEqual([route.name, 404]);
      const foreign = route.url.includes('/pending/') ? [theirs.pending] : [theirs.active, theirs.removed];
      for (const id of foreign) {
        const answer = told(await call(route, id, theirs.event));
        if (JSON.stringify(answer) !== JSON.stringify(unknown))
          different.push(`${route.name}: ${answer.body}`);
      }
    }
    expect(different).toEqual([]);
    expect(await everything()).toEqual(before);
  });

  it('in its body or its query', async () => {
    const preview = { kind: 'workflow', language: 'en' };
    const pairs: [string, (id: string) => Promise<LightMyRequestResponse>, string, string][] = [
      [
        'the event of a preview',
        (id) => test.as(MALLORY, 'POST', '/api/preview', { ...preview, event: id }),
        theirs.event,
        '999999999',
      ],
      [
        'the channel of a preview',
        (id) =>
          test.as(MALLORY, 'POST', '/api/preview', {
            ...preview,
            eventType: 'task.created',
            configuration: id,
          }),
        theirs.active,
        newId(),
      ],
      [
        'the event of one’s own channel',
        (id) => mine.browser.call('GET', `/connect/api/configurations/${mine.id}/events/${id}`),
        theirs.event,
        '999999999',
      ],
      [
        'the link to an event',
        (id) => mine.browser.call('GET', `/connect/api/configurations/${mine.id}/events?link=${id}`),
        theirs.event,
        '999999999',
      ],
    ];
    for (const [what, ask, foreign, unknown] of pairs) {
      const swap = (text: string) => text.replaceAll(foreign, 'ID').replaceAll(unknown, 'ID');
      const answers = [told(await ask(foreign)), told(await ask(unknown))].map((one) =>
        swap(JSON.stringify(one)),
      );
      expect([what, answers[0]]).toEqual([what, answers[1]]);
    }
  });
});

it('those whose they are find them with the same calls', async () => {
  // Else the table above could only ever have met calls that find nothing.
  for (const route of withIds().filter(
    ({ method, url }) => method === 'GET' && /^\/connect.*:id$/.test(url),
  )) {
    expect((await call(route, mine.id)).statusCode).toBe(200);
  }
  for (const [key, body] of Object.entries(BODIES)) {
    const route = withIds().find(({ method, url }) => `${method} ${url.replace('/connect/api', '')}` === key);
    // Addresses are set in the host's page only, not by a browser.
    if (!route) continue;
    const answer = await call(route, mine.id);
    expect([key, answer.statusCode, body]).not.toEqual([key, 404, body]);
  }
});
