import type { Static, TSchema } from 'typebox';
import Value from 'typebox/value';
import { type ChangeList, RestoreRequest } from '../../server/configurations/change-schema.ts';
import {
  PauseRequest,
  ReplayRequest,
  type ReplayResult,
  ResumeRequest,
} from '../../server/configurations/delivery-schema.ts';
import type { CameList, EventDetail } from '../../server/configurations/event-schema.ts';
import type { Explanation } from '../../server/configurations/explain-schema.ts';
import { NextPostRequest } from '../../server/configurations/schedule-schema.ts';
import {
  ChangeConfiguration,
  type ChannelNews,
  type Configuration,
  type ConnectorOffer,
  CreateConfiguration,
  type DeliveryEntry,
  type DeliveryPage,
  type RecognisedDestination,
  type Recognition,
  WebhookUrl,
} from '../../server/configurations/schema.ts';
import { type ConnectResult, TestRequest, type TestResult } from '../../server/configurations/test-schema.ts';
import { TrialRequest } from '../../server/configurations/trial-schema.ts';
import { exampleConfiguration, exampleOffer } from './examples.ts';
import { fail, json, Problem, type Trouble } from './fake-answers.ts';
import { ASIDES, answerAside, createFakeLookback, type FakeLookback } from './fake-lookback.ts';
import { createFakeOperate, type FakeOperate } from './fake-operate.ts';

/** When an event that came now would be posted, whatever is asked: a Monday. */
const NEXT_POST = '2026-11-23T08:00:00.000Z';

type PlannedTest = Omit<TestResult, 'destination'>;

interface Planned {
  call: string;
  trouble: Trouble;
  times: number;
  /** The server does what is asked, and only its answer gets lost. */
  afterwards: boolean;
}

/** A page that follows its channel. */
interface OpenStream {
  /** Tells it the channel as it is now. */
  tell(mark: string): void;
  end(): void;
}

const REMOVED_AT = '2026-11-20T12:00:00.000Z';

/** The server at the wire: answers `fetch` as the real one does, and refuses what its schemas refuse. */
export interface FakeServer {
  fetch(input: string | URL | Request, init?: RequestInit): Promise<Response>;
  /** Every call in order: method and path, with `{id}` in place of ids. */
  calls: string[];
  /** Those that the page makes on the side; `calls` has all others. */
  asides: string[];
  /** What the connector offers, in a language. */
  offer(language: string): ConnectorOffer;
  /** What came lately. */
  lookback: FakeLookback;
  /** The body of the newest call of this name. */
  lastBody(call: string): unknown;
  configurations: Map<string, Configuration>;
  /** The URL that each configuration posts to. */
  urls: Map<string, string>;
  /** What Teams says to the next test cards: that it takes them, when nothing is planned. */
  tests: PlannedTest[];
  /** The addresses that were sent a test card, in order. */
  tested: string[];
  /** Pages of deliveries, newest first. */
  deliveries: DeliveryEntry[][];
  /** Events by their numbers. */
  events: Map<string, EventDetail>;
  changes: ChangeList['items'];
  /** The events that came, by the link that is asked for; the newest under the empty one. */
  came: Map<string, CameList>;
  /** The operator's calls. */
  operate: FakeOperate;
  /** What became of events, by their ids. */
  stories: Map<string, Explanation>;
  /** Every stream that was opened, in order. */
  streams: OpenStream[];
  /** The mark that each of them came back with. */
  seen: (string | undefined)[];
  /** Makes the next calls of this name fail; one, if not said otherwise. */
  trouble(call: string, trouble: Trouble, options?: { times?: number; afterwards?: boolean }): void;
  /** Puts a configuration there that somebody stored earlier. */
  store(part?: Partial<Configuration>, url?: string): Configuration;
}

/** Starts with nothing stored. `takesToken` decides which tokens are good. */
export function createFakeServer(takesToken: (token: string) => boolean = () => true): FakeServer {
  const lookback = createFakeLookback();
  const operate = createFakeOperate();
  const planned: Planned[] = [];
  const asked: { call: string; body: unknown }[] = [];
  const configurations = new Map<string, Configuration>();
  const keys = new Map<string, string>();
  const urls = new Map<string, string>();
  const deliveries: DeliveryEntry[][] = [];
  const events = new Map<string, EventDetail>();
  const changes: ChangeList['items'] = [];
  const came = new Map<string, CameList>();
  const stories = new Map<string, Explanation>();
  const streams: OpenStream[] = [];
  const seen: (string | undefined)[] = [];
  const tests: PlannedTest[] = [];
  const tested: string[] = [];

  function handle(method: string, url: URL, body: unknown, signal?: AbortSignal | null): Response {
    const [, , , id = '', rest] = url.pathname.split('/');
    switch (`${method} ${nameOf(url)}`) {
      case 'GET /api/connector':
        return json(server.offer(url.searchParams.get('language') ?? 'en'));
      case 'POST /api/configurations':
        return create(checked(CreateConfiguration, body));
      case 'GET /api/configurations/{id}':
        return json(findAlsoRemoved(id));
      case 'PATCH /api/configurations/{id}':
        return change(find(id), checked(ChangeConfiguration, body));
      case 'DELETE /api/configurations/{id}':
        configurations.set(id, { ...findAlsoRemoved(id), state: 'removed', removedAt: REMOVED_AT });
        urls.delete(id);
        return new Response(null, { status: 204 });
      case 'PUT /api/configurations/{id}/destination':
        return point(find(id), checked(WebhookUrl, body).url);
      case 'POST /api/configurations/{id}/connect':
        return connect(find(id), checked(TestRequest, body).url);
      case 'POST /api/configurations/{id}/test':
        return json(testCard(find(id), checked(TestRequest, body).url));
      case 'POST /api/destinations/test':
        return json(trial(checked(TrialRequest, body).url));
      case 'POST /api/schedule/next':
        checked(NextPostRequest, body);
        return json({ at: NEXT_POST });
      case 'POST /api/destinations/recognise':
        return json(recognition(checked(WebhookUrl, body).url));
      case 'GET /api/configurations/{id}/deliveries': {
        findAlsoRemoved(id);
        const page = Number(url.searchParams.get('cursor') ?? 0);
        return json(pageOf(page));
      }
      case 'GET /api/configurations/{id}/stream':
        return stream(findAlsoRemoved(id).id, signal);
      case 'GET /api/configurations/{id}/changes':
        findAlsoRemoved(id);
        return json({ items: changes } satisfies ChangeList);
      case 'GET /api/configurations/{id}/events':
        findAlsoRemoved(id);
        return json(came.get(url.searchParams.get('link') ?? '') ?? { items: [] });
      case 'GET /api/configurations/{id}/explain':
        findAlsoRemoved(id);
        return json(stories.get(url.searchParams.get('event') ?? '') ?? { steps: [] });
      case 'POST /api/configurations/{id}/restore':
        return restore(findAlsoRemoved(id), checked(RestoreRequest, body).version);
      case 'POST /api/configurations/{id}/replay':
        checked(ReplayRequest, body);
        find(id);
        return json({ replayed: 1, repeated: 0 } satisfies ReplayResult);
      case 'POST /api/configurations/{id}/pause':
        return pause(find(id), checked(PauseRequest, body));
      case 'POST /api/configurations/{id}/resume':
        checked(ResumeRequest, body);
        return resume(find(id));
      case 'GET /api/configurations/{id}/events/{number}':
        findAlsoRemoved(id);
        return json(eventOf(url.pathname.split('/')[5] ?? ''));
      default:
        throw new Problem('not-found', `${method} ${id} ${rest}`);
    }
  }

  function findAlsoRemoved(id: string): Configuration {
    const configuration = configurations.get(decodeURIComponent(id));
    if (configuration === undefined) throw new Problem('configuration-not-found');
    return configuration;
  }

  function find(id: string): Configuration {
    const configuration = findAlsoRemoved(id);
    if (configuration.state === 'removed') throw new Problem('configuration-removed');
    return configuration;
  }

  function eventOf(number: string): EventDetail {
    const event = events.get(number);
    if (event === undefined) throw new Problem('event-not-found');
    return event;
  }

  function create({ creationKey, ...wanted }: CreateConfiguration): Response {
    const known = configurations.get(keys.get(creationKey) ?? '');
    const id = known?.id ?? `${keys.size}`.padStart(22, 'n');
    keys.set(creationKey, id);
    const version = (known?.version ?? 0) + 1;
    return keep({ ...exampleConfiguration(), ...wanted, id, version }, known === undefined ? 201 : 200);
  }

  function change(now: Configuration, { version, ...part }: ChangeConfiguration): Response {
    if (version !== now.version) throw new Problem('configuration-changed');
    const next = Object.entries({ ...now, ...part, version: version + 1 });
    return keep(Object.fromEntries(next.filter(([, value]) => value !== null)) as Configuration);
  }

  function point(now: Configuration, url: string): Response {
    const destination = recognise(url);
    if (urls.get(now.id) === url && now.state !== 'broken') return json(now);
    urls.set(now.id, url);
    return keep({ ...now, destination, state: 'active', version: now.version + 1 });
  }

  function connect(now: Configuration, url: string | undefined): Response {
    const same = url === undefined || urls.get(now.id) === url;
    if (same && now.state !== 'broken') return json({ connected: true, configuration: now });
    const test = testCard(now, url);
    const connected = test.verdict === 'posted' || test.verdict === 'accepted';
    if (connected) point(now, url ?? urls.get(now.id) ?? '');
    return json({ connected, test, configuration: find(now.id) } satisfies ConnectResult);
  }

  function testCard({ id }: Configuration, given: string | undefined): TestResult {
    const url = given ?? urls.get(id);
    if (url === undefined) throw new Problem('destination-missing');
    return trial(url);
  }

  function trial(url: string): TestResult {
    const destination = recognise(url);
    tested.push(url);
    const good: TestResult =
      destination.kind === 'connector'
        ? { verdict: 'posted', status: 200, words: '1', destination }
        : { verdict: 'accepted', status: 202, words: 'HTTP 202', destination };
    const planned = tests.shift();
    return planned ? { ...planned, destination } : good;
  }

  function pause(now: Configuration, { until, for: seconds, onResume = 'catch_up' }: PauseRequest): Response {
    const { pausedUntil: _before, ...rest } = now;
    const end = seconds === undefined ? until : new Date(Date.now() + seconds * 1_000).toISOString();
    const paused = { ...rest, state: 'paused', onResume, version: now.version + 1 } as const;
    return keep(end === undefined ? paused : { ...paused, pausedUntil: end });
  }

  function resume({ pausedUntil: _until, onResume: _mode, ...now }: Configuration): Response {
    return keep({ ...now, state: 'active', version: now.version + 1 });
  }

  function restore({ removedAt: _at, ...now }: Configuration, version: number): Response {
    if (now.state === 'removed' && now.version !== version) throw new Problem('configuration-changed');
    return keep({ ...now, state: 'active', version: version + 1 });
  }

  function pageOf(page: number): DeliveryPage {
    const waiting = deliveries.flat().filter(({ state }) => state === 'waiting').length;
    const answer = { items: deliveries[page] ?? [], waiting };
    return deliveries.length > page + 1 ? { ...answer, next: String(page + 1) } : answer;
  }

  /** Begins without news; `tell` brings some. */
  function stream(id: string, signal: AbortSignal | null | undefined): Response {
    const body = new ReadableStream<Uint8Array>({
      start(control) {
        const send = (text: string) => control.enqueue(new TextEncoder().encode(text));
        signal?.addEventListener('abort', () => control.error(new DOMException('Aborted', 'AbortError')));
        send(': the channel follows\n\n');
        streams.push({
          tell(mark) {
            const news: ChannelNews = { configuration: findAlsoRemoved(id), deliveries: pageOf(0) };
            send(`id: ${mark}\nevent: channel\ndata: ${JSON.stringify(news)}\n\n`);
          },
          end: () => control.close(),
        });
      },
    });
    return new Response(body, { headers: { 'content-type': 'text/event-stream' } });
  }

  function keep(configuration: Configuration, status = 200): Response {
    configurations.set(configuration.id, configuration);
    return json(configuration, status);
  }

  const server: FakeServer = {
    async fetch(input, init = {}) {
      const url = new URL(String(input), 'http://localhost');
      const method = init.method ?? 'GET';
      const call = `${method} ${nameOf(url)}`;
      const body: unknown = typeof init.body === 'string' ? JSON.parse(init.body) : undefined;
      asked.push({ call, body });
      if (call.endsWith('/stream')) seen.push(new Headers(init.headers).get('last-event-id') ?? undefined);
      const plan = planned.find((one) => one.call === call && one.times > 0);
      if (plan !== undefined) plan.times -= 1;
      if (plan !== undefined && !plan.afterwards) return fail(plan.trouble, init.signal);
      try {
        const token = new Headers(init.headers).get('authorization')?.replace('Bearer ', '');
        if (url.pathname.startsWith('/api/operate/')) return operate.answer(method, url, body, token);
        if (call !== 'GET /api/connector' && (token === undefined || !takesToken(token))) {
          throw new Problem('not-signed-in');
        }
        const answer = ASIDES.has(call)
          ? answerAside(lookback, call, url, body)
          : handle(method, url, body, init.signal);
        return plan === undefined ? answer : fail(plan.trouble, init.signal);
      } catch (error) {
        if (error instanceof Problem) return error.answer();
        throw error;
      }
    },
    get calls() {
      return asked.map(({ call }) => call).filter((call) => !ASIDES.has(call));
    },
    get asides() {
      return asked.map(({ call }) => call).filter((call) => ASIDES.has(call));
    },
    offer: exampleOffer,
    lookback,
    operate,
    lastBody: (call) => asked.findLast((one) => one.call === call)?.body,
    configurations,
    urls,
    tests,
    tested,
    deliveries,
    events,
    changes,
    came,
    stories,
    streams,
    seen,
    trouble: (call, trouble, { times = 1, afterwards = false } = {}) =>
      void planned.push({ call, trouble, times, afterwards }),
    store(part, url) {
      const configuration = exampleConfiguration(
        url === undefined ? part : { destination: recognise(url), ...part },
      );
      configurations.set(configuration.id, configuration);
      if (url !== undefined) urls.set(configuration.id, url);
      return configuration;
    },
  };
  return server;
}

function recognition(url: string): Recognition {
  try {
    return { destination: recognise(url) };
  } catch (error) {
    if (error instanceof Problem) return { refused: error.message, reason: error.reason ?? '' };
    throw error;
  }
}

function recognise(url: string): RecognisedDestination {
  const host = URL.canParse(url) ? new URL(url).hostname : '';
  const label = `${host} …${url.slice(-4)}`;
  if (host.endsWith('.webhook.office.com')) return { kind: 'connector', label, retiredSince: '2026-05-22' };
  if (host.endsWith('.api.powerplatform.com')) return { kind: 'workflow', label };
  throw new Problem('webhook-url-refused', 'The end of the address is cut off.', 'signature-missing');
}

function nameOf(url: URL): string {
  return url.pathname
    .replace(/^(\/api\/configurations\/)[^/]+/, '$1{id}')
    .replace(/(?<=\/events\/)[^/]+/, '{number}');
}

function checked<T extends TSchema>(schema: T, body: unknown): Static<T> {
  if (Value.Check(schema, body)) return body;
  throw new Problem('invalid-request', JSON.stringify(Value.Errors(schema, body)));
}
