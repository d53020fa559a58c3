import { vi } from 'vitest';
import type { Behaviour, Miss } from '../../../server/sandbox/behaviour.ts';
import type { Installation, Post, SandboxState, SandboxWebhook } from '../../../server/sandbox/schema.ts';

export const ADA = { id: 'ada', name: 'Ada Marsh', upn: 'ada@lighthouse.example' };
export const LOUIS = { id: 'louis', name: 'Louis Perrin', upn: 'louis@lighthouse.example' };
const MARA = { id: 'mara', name: 'Mara Lindt', upn: 'mara@elsewhere.example' };
export const BUILDS = { id: 'builds', name: 'Builds' };
export const SUPPORT = { id: 'support', name: 'Support' };

export function installation(part: Partial<Installation> = {}): Installation {
  return {
    id: 'installation-1',
    kind: 'tab',
    channelId: BUILDS.id,
    settings: { entityId: 'one', contentUrl: 'https://app.example/channel', configName: 'Harbour' },
    savedByName: ADA.name,
    savedAt: '2026-11-21T08:00:00.000Z',
    ...part,
  };
}

export function post(part: Partial<Post> = {}): Post {
  return {
    id: 1,
    channelId: BUILDS.id,
    sender: { name: 'Cardwire', kind: 'connector' },
    format: 'text',
    content: 'Hello',
    postedAt: '2026-11-21T08:00:00.000Z',
    ...part,
  };
}

/** The sandbox's half on the server, at the wire. Change what it holds, and it answers so. */
export interface FakeApi {
  state: SandboxState;
  posts: Post[];
  misses: Miss[];
  /** What the intake answers to an event. */
  receipt: { accepted: boolean; status: number; body: string };
  /** Every call in order, such as `POST /installations`, with its body. */
  calls: { call: string; body: unknown }[];
  /** Calls that the server refuses with this detail; an empty one means that it does not answer. */
  trouble: Map<string, string>;
}

/** Puts a fake server behind `fetch`, with one team of two channels. */
export function fakeApi(): FakeApi {
  const api: FakeApi = {
    state: {
      appName: 'Cardwire',
      tenantId: 'tenant',
      team: { id: 'team', groupId: 'group', name: 'Lighthouse' },
      channels: [BUILDS, SUPPORT],
      people: [ADA, LOUIS],
      stranger: MARA,
      installations: [],
      workflows: [],
      behaviours: {},
    },
    posts: [],
    misses: [],
    receipt: { accepted: true, status: 202, body: '{"events":[{"channels":1}]}' },
    calls: [],
    trouble: new Map(),
  };

  vi.stubGlobal('fetch', async (address: string, init: RequestInit = {}) => {
    const url = new URL(address, window.location.origin);
    const method = init.method ?? 'GET';
    const call = `${method} ${url.pathname.replace('/sandbox/api', '').replace(/^\/channels\/[^/]+/, '')}`;
    const body: unknown = init.body ? JSON.parse(String(init.body)) : undefined;
    api.calls.push({ call, body });
    const detail = api.trouble.get(call);
    if (detail === '') throw new TypeError('Failed to fetch');
    if (detail !== undefined) return Response.json({ detail }, { status: 400 });
    const channelId = decodeURIComponent(/\/channels\/([^/]+)/.exec(url.pathname)?.[1] ?? '');
    const answer = answerOf(api, call, channelId, body);
    return answer === undefined ? new Response(null, { status: 204 }) : Response.json(answer);
  });

  return api;
}

type Body = Partial<Installation & SandboxWebhook & { personId: string }>;

function answerOf(api: FakeApi, call: string, channelId: string, given: unknown): unknown {
  const body: Body = typeof given === 'object' && given !== null ? given : {};
  const [method, path = ''] = call.split(' ');
  const [, room, id] = path.split('/');
  switch (`${method} ${room}`) {
    case 'GET state':
      return api.state;
    case 'GET posts':
      return { posts: api.posts.filter((known) => channelId === '' || known.channelId === channelId) };
    case 'GET misses':
      return { misses: api.misses };
    case 'PUT behaviour':
      api.state = {
        ...api.state,
        behaviours: { [channelId]: (given as { behaviour: Behaviour }).behaviour },
      };
      return undefined;
    case 'GET samples':
      return { samples: ['task-created', 'github-pull-request-opened'] };
    case 'POST samples':
    case 'POST events':
      return api.receipt;
    case 'POST token':
      return { token: `token of ${body.personId}` };
    case 'POST webhooks': {
      const { kind = 'connector', name = '' } = body as Partial<SandboxWebhook>;
      const webhook = { id: 'webhook-1', kind, channelId, name, url: 'https://hook.example/1' };
      if (kind === 'workflow') api.state = { ...api.state, workflows: [...api.state.workflows, webhook] };
      return webhook;
    }
    case 'POST installations': {
      const added = installation({ ...body, channelId });
      api.state = { ...api.state, installations: [...api.state.installations, added] };
      return added;
    }
    case 'PUT installations': {
      const known = api.state.installations.find((one) => one.id === id) ?? installation();
      return { ...known, settings: body.settings };
    }
    case 'DELETE installations':
      api.state = { ...api.state, installations: api.state.installations.filter((one) => one.id !== id) };
      return undefined;
    case 'DELETE webhooks':
      api.state = { ...api.state, workflows: api.state.workflows.filter((one) => one.id !== id) };
      return undefined;
    default:
      throw new Error(`The fake server has no ${call}`);
  }
}
