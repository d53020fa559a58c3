import { Value } from 'typebox/value';
import type { NamedAuditPage } from '../../server/operate/audit-routes.ts';
import type { OperatedConfiguration, OperatedPage } from '../../server/operate/configuration-schema.ts';
import type { OperatedDelivery } from '../../server/operate/delivery-schema.ts';
import type { Overview, Series } from '../../server/operate/figures-schema.ts';
import { type Key, NewKey } from '../../server/operate/key-schema.ts';
import { OperateReplayRequest } from '../../server/operate/schema.ts';
import { CONFIGURATION_ID } from './examples.ts';
import { json, Problem } from './fake-answers.ts';

/** The key that this server takes. */
export const OPERATE_KEY = 'cw_0123456789abcdefghijABCDEFGHIJ01';
const TENANT = '11111111-aaaa-4bbb-8ccc-000000000001';
const AT = '2026-11-21T09:30:00.000Z';

/** The operator's calls, in memory. Change what it holds as a test needs it. */
export interface FakeOperate {
  overview: Overview;
  configurations: OperatedConfiguration[];
  deliveries: OperatedDelivery[];
  keys: Key[];
  audit: NamedAuditPage['items'];
  /** So many are on a page of configurations. */
  pageSize: number;
  /** What lists were narrowed to. */
  asked: string[];
  answer(method: string, url: URL, body: unknown, token: string | undefined): Response;
}

export function createFakeOperate(): FakeOperate {
  const operate: FakeOperate = {
    overview: exampleOverview(),
    configurations: [],
    deliveries: [],
    keys: [exampleKey({ own: true })],
    audit: [],
    pageSize: 50,
    asked: [],
    answer(method, { pathname, search, searchParams: query }, body, token) {
      operate.asked.push(search);
      if (token !== OPERATE_KEY) throw new Problem('api-key-refused');
      const [, , , what = '', id = '', then = ''] = pathname.split('/');
      switch (`${method} ${what}${id && ' {id}'}${then && ` ${then}`}`) {
        case 'GET overview':
          return json(operate.overview);
        case 'GET series':
          return json(exampleSeries());
        case 'GET event-types':
          return json({
            days: 7,
            every: 1,
            items: [{ type: 'task.created', title: '214', events: 214, configurations: 3 }],
          });
        case 'GET configurations':
          return json(pageOf(operate, query));
        case 'GET configurations {id} explain':
          return json({ steps: [{ code: 'event-unknown', facts: {}, text: '' }] });
        case 'GET deliveries':
          return json({
            items: operate.deliveries.filter(({ state }) => state === (query.get('state') ?? state)),
          });
        case 'GET deliveries {id}':
          return json({
            ...operate.deliveries.find((one) => one.id === id),
            explanation: { steps: [{ code: 'event-accepted', at: AT, facts: {}, text: '' }] },
          });
        case 'POST replay':
          return replay(Value.Parse(OperateReplayRequest, body));
        case 'GET keys':
          return json({ items: operate.keys });
        case 'POST keys':
          return create(Value.Parse(NewKey, body));
        case 'POST keys {id} revoke':
          return revoke(id);
        case 'GET audit':
          return json({ items: operate.audit });
        case 'GET changes':
          return json({ items: [] });
        case 'GET package':
          return new Response('a zip', { headers: { 'content-type': 'application/zip' } });
        default:
          throw new Problem('not-found', `${method} ${pathname}`);
      }
    },
  };

  function replay({ deliveries = [], delivery, failed }: OperateReplayRequest): Response {
    const wanted = operate.deliveries.filter(
      ({ id, state }) => deliveries.includes(id) || id === delivery || (failed && state === 'failed'),
    );
    operate.deliveries = operate.deliveries.map((one) =>
      wanted.includes(one) ? { ...one, state: 'waiting', reason: 'replayed' } : one,
    );
    const repeated = wanted.filter(({ state }) => state === 'sent').length;
    return json({ replayed: wanted.length, repeated });
  }

  function create({ name, scopes = ['events'], tenantId, expiresAt }: NewKey): Response {
    const id = `key_${operate.keys.length}`;
    const key = exampleKey({
      id,
      name,
      scopes,
      ...(tenantId !== undefined && { tenantId }),
      ...(expiresAt !== undefined && { expiresAt }),
    });
    operate.keys = [key, ...operate.keys];
    return json({ ...key, key: 'cw_shown-once-and-never-again-00000' }, 201);
  }

  function revoke(id: string): Response {
    const key = operate.keys.find((one) => one.id === id);
    if (!key) throw new Problem('key-not-found');
    const revoked = { ...key, revokedAt: AT };
    operate.keys = operate.keys.map((one) => (one === key ? revoked : one));
    return json(revoked);
  }
  return operate;
}

function pageOf({ configurations, pageSize }: FakeOperate, query: URLSearchParams): OperatedPage {
  const start = Number(query.get('cursor') ?? 0);
  const search = query.get('search')?.toLowerCase() ?? '';
  const found = configurations.filter(
    ({ state, name }) => state === (query.get('state') ?? state) && name.toLowerCase().includes(search),
  );
  const end = start + pageSize;
  return { items: found.slice(start, end), ...(found.length > end && { next: String(end) }) };
}

function exampleOverview(): Overview {
  return {
    configurations: { active: 120, paused: 3, broken: 2, removed: 9 },
    waiting: {
      active: { count: 4, oldestSeconds: 1 },
      paused: { count: 40, oldestSeconds: 7_200 },
      broken: { count: 12, oldestSeconds: 400_000 },
    },
    failed: 2,
    atRisk: { over50: 1, over70: 0, over90: 1 },
    retentionDays: 7,
    nodes: 2,
    shards: 32,
    sandbox: false,
  };
}

function exampleSeries(): Series {
  const begin = Date.parse('2026-11-21T09:00:00Z');
  return {
    span: 'hour',
    stepSeconds: 60,
    every: 1,
    points: Array.from({ length: 60 }, (_, step) => ({
      at: new Date(begin + step * 60_000).toISOString(),
      posted: step,
      accepted: step % 7,
      tryAgain: step % 11 === 0 ? 1 : 0,
      dead: 0,
      cardWrong: 0,
      delivered: step,
      ...(step > 0 && { p50Ms: 90 + step, p95Ms: 200 + step * 2, p99Ms: 400 + step * 20 }),
    })),
  };
}

/** A configuration as the operator's list has it. */
export function exampleOperated(change: Partial<OperatedConfiguration> = {}): OperatedConfiguration {
  return {
    id: CONFIGURATION_ID,
    tenantId: TENANT,
    name: 'Builds',
    state: 'active',
    eventTypes: ['task.created'],
    host: { kind: 'tab', teamName: 'Lighthouse', channelName: 'Builds' },
    destination: { kind: 'workflow', label: 'powerplatform.com …uvw' },
    createdAt: AT,
    updatedAt: AT,
    updatedByName: 'Zoë Ferrand',
    lastSuccessAt: AT,
    waiting: 0,
    ...change,
  };
}

/** A delivery as the operator's list has it. */
export function exampleDelivered(change: Partial<OperatedDelivery> = {}): OperatedDelivery {
  return {
    id: '7',
    configuration: { id: CONFIGURATION_ID, name: 'Builds', tenantId: TENANT },
    event: {
      number: '7',
      source: 'https://tasks.example',
      id: '214',
      type: 'task.created',
      title: 'Gâteau 214',
      time: AT,
    },
    state: 'failed',
    reason: 'attempts-used-up',
    verdict: 'try_again',
    words: 'HTTP 503',
    status: 503,
    tries: 12,
    acceptedAt: AT,
    dueAt: AT,
    ...change,
  };
}

function exampleKey(change: Partial<Key> = {}): Key {
  return { id: 'key_own', name: 'Zoë', scopes: ['operate'], createdAt: AT, own: false, ...change };
}
