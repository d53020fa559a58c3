import fc from 'fast-check';
import type { InjectOptions, LightMyRequestResponse } from 'fastify';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { actionKey } from '../../../server/card-actions/action-key.ts';
import { CloudEvent, ShortEvent } from '../../../server/events/schema.ts';
import { ACTIONS_APP } from '../../../server/identity/entra.ts';
import { addConfiguration } from '../../configuration-row.ts';
import { addDelivery } from '../../delivery-row.ts';
import { ZOE } from '../../people.ts';
import { type DeclaredRoute, withRoutes } from '../../routes.ts';
import { type Known, nearly } from '../../schema-arbitrary.ts';
import { newConnector, newWorkflow } from '../../webhook-urls.ts';
import { openBrowser } from '../connect/browser.ts';
import { startProduction } from './production.ts';

const RUNS = 20;

let test: Awaited<ReturnType<typeof startProduction>>;
let routes: DeclaredRoute[];
/** Headers of those who may, by the beginning of the path. */
let credentials: [string, InjectOptions['headers']][];
/** What is really there, for parameters and bodies. */
let real: { id: string; event: string; key: string };

beforeAll(async () => {
  const start = () => startProduction({ KEY_REQUESTS_PER_MINUTE: '1000000' });
  ({ built: test, routes } = await withRoutes(start));
  const browser = openBrowser(test);
  const connected = await browser.connect();
  const { eventId } = await addDelivery(test.storage.prisma, connected, { state: 'waiting' });
  const event = String(eventId);
  real = { id: connected, event, key: actionKey(test.vault, connected, event) };
  const cookie = [...browser.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
  const pressed = await test.issuer.sign(ZOE, { azp: ACTIONS_APP, scp: 'x' });
  credentials = [
    ['/connect/', { cookie, 'sec-fetch-site': 'same-origin' }],
    ['/api/operate', { authorization: `Bearer ${await test.newKey('operate')}` }],
    ['/metrics', { authorization: `Bearer ${await test.newKey('operate')}` }],
    ['/api/events', { authorization: `Bearer ${await test.newKey('events')}` }],
    ['/api/card-actions', { authorization: `Bearer ${pressed}` }],
  ];
});
afterAll(() => test.close());

/** A new person every time: none of them asks too much. */
let people = 0;
async function someone(): Promise<InjectOptions['headers']> {
  people += 1;
  const objectId = `22222222-bbbb-4bbb-8ccc-${String(people).padStart(12, '0')}`;
  return { authorization: `Bearer ${await test.issuer.sign({ ...ZOE, objectId })}` };
}

const types = fc.constantFrom('task.created', 'task.updated', 'github.push');
/** One line, with what no line of a form has. */
const line = fc.oneof(
  fc.string({ unit: 'binary', minLength: 1, maxLength: 40 }).map((text) => text.replace(/\p{Cc}/gu, '·')),
  fc.constantFrom('\ud800', 'a\udc00b', '\u202e', "'; --", '<at>x</at>', '{{x}}', '\u0085'),
);
/** Without them nearly every request would be refused for a word, and nothing behind that would be met. */
const KNOWN: Known = {
  eventTypes: fc.uniqueArray(types, { minLength: 1 }),
  eventType: types,
  type: types,
  name: line,
  teamName: line,
  channelName: line,
  value: fc.oneof(line, fc.double(), fc.boolean(), fc.array(line, { minLength: 1, maxLength: 3 })),
  field: fc.constantFrom('title', 'assignee', '@type', '@source', 'a.b.c', '__proto__', 'x.0.constructor'),
  timeZone: fc.constantFrom('Europe/Paris', 'Pacific/Chatham', 'UTC'),
  url: fc.boolean().map((isWorkflow) => (isWorkflow ? newWorkflow() : newConnector())),
  version: fc.integer({ min: 1, max: 5 }),
  time: fc.constantFrom('08:00', '23:59', '2026-11-21T10:00:00Z', '0001-01-01T00:00:00-23:59'),
  days: fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { minLength: 1 }),
};
const events = fc.oneof(nearly(ShortEvent, KNOWN), nearly(CloudEvent, KNOWN));
const bodies: Record<string, fc.Arbitrary<unknown>> = {
  '/api/events': fc.oneof(events, fc.array(events, { maxLength: 3 })),
};
const eventForms = fc.constantFrom<Record<string, string>>(
  { 'content-type': 'application/json' },
  { 'content-type': 'application/cloudevents+json' },
  { 'content-type': 'application/cloudevents-batch+json; charset=utf-8' },
  {
    'content-type': 'application/json',
    'ce-specversion': '1.0',
    'ce-id': '%00%ff',
    'ce-source': '%F0',
    'ce-type': 'x',
  },
);

const broken = fc.constantFrom('', '{', '{"a":', '[[[[', 'null', '"', '\u0000', '{"__proto__":{}}', '1e999');
const oddParameter = fc.constantFrom(
  'x',
  '%00',
  '%ff',
  '..',
  '%2e%2e',
  '0',
  '-1',
  '9'.repeat(40),
  '%F0%9F%8D%B0',
);

/** Requests to one route: paths, queries and bodies that nearly fit, and some that do not at all. */
function requestsTo({ method, url, options }: DeclaredRoute): fc.Arbitrary<InjectOptions> {
  const { querystring, body } = options.schema ?? {};
  // A stream that may be followed never ends.
  const parameter = (name: string) => {
    const known = name === 'number' ? real.event : real.id;
    return url.endsWith('/stream') ? oddParameter : fc.oneof(fc.constant(known), oddParameter);
  };
  const path = fc
    .tuple(
      ...url.split('/').map((part) => (/^[:*]/.test(part) ? parameter(part.slice(1)) : fc.constant(part))),
    )
    .map((parts) => parts.join('/'));
  const query = nearly(querystring ?? {}, KNOWN).map((value) => {
    const pairs = typeof value === 'object' && value !== null ? Object.entries(value) : [['', value]];
    return pairs
      .map((pair) =>
        pair.map((one) => escapeText(typeof one === 'string' ? one : JSON.stringify(one))).join('='),
      )
      .join('&');
  });
  const payload = fc.oneof(
    {
      weight: 8,
      arbitrary: (bodies[url] ?? nearly(body ?? {}, KNOWN)).map((value) => JSON.stringify(withReal(value))),
    },
    { weight: 1, arbitrary: broken },
  );
  const headers = url === '/api/events' ? eventForms : fc.constant({ 'content-type': 'application/json' });
  return fc.record({ path, query, payload, headers }).map(({ path, query, ...sent }) => ({
    method: method as 'GET',
    url: `${path}?${query}`,
    ...(method !== 'GET' && sent),
  }));
}

const escapeText = (text: string) => encodeURIComponent(text.toWellFormed());

/** A pressed button is looked at no further unless its key fits. */
function withReal(value: unknown): unknown {
  const isButton = typeof value === 'object' && value !== null && 'key' in value && 'configuration' in value;
  return isButton ? { ...value, configuration: real.id, event: real.event, key: real.key } : value;
}

/** What is wrong with an answer: nothing, if all is well. */
function faultOf(answer: LightMyRequestResponse): string | undefined {
  if (answer.statusCode >= 500) return `${answer.statusCode} ${answer.body}`;
  if (answer.statusCode < 400) return undefined;
  if (!/^application\/problem\+json/.test(String(answer.headers['content-type']))) return 'no problem+json';
  return typeof answer.json().code === 'string' ? undefined : 'no code';
}

it('whatever a route is sent, it answers, and errors are problems that the caller can mend', async () => {
  const walked = routes.filter(({ method, url }) => method !== 'HEAD' && !url.startsWith('/assets'));
  expect(walked.length).toBeGreaterThan(50);
  const faults: string[] = [];
  let requests = 0;
  for (const route of walked) {
    // What a walk removed is not there for the next.
    await addConfiguration(test.storage.prisma, { state: 'active' });
    await test.storage.prisma.configuration.updateMany({ data: { state: 'active', removedAt: null } });
    const headers = credentials.find(([start]) => route.url.startsWith(start))?.[1] ?? (await someone());
    for (const request of fc.sample(requestsTo(route), RUNS)) {
      // From everywhere: no address asks too much.
      requests += 1;
      const remoteAddress = `198.18.${requests >> 8}.${requests & 255}`;
      const answer = await test.app.inject({
        ...request,
        remoteAddress,
        headers: { ...headers, ...request.headers },
      });
      const fault = faultOf(answer);
      if (fault !== undefined) faults.push(`${fault} to ${JSON.stringify(request)}`);
    }
  }
  expect(faults).toEqual([]);
  const errors = test.log.map((line) => JSON.parse(line)).filter(({ level }) => level >= 50);
  expect(errors).toEqual([]);
}, 60_000);
