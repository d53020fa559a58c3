import type { Behaviour, Miss, Misses } from '../../server/sandbox/behaviour.ts';
import type { Checked, Draft, PostDraft, Posted } from '../../server/sandbox/playground/schema.ts';
import type {
  AuthorizeAnswer,
  AuthorizeRequest,
  ChangeInstallation,
  CreateInstallation,
  CreateWebhook,
  FreeEvent,
  Gallery,
  Installation,
  Post,
  Posts,
  PressRequest,
  PressResult,
  SampleId,
  Samples,
  SandboxState,
  SandboxWebhook,
  SendResult,
  TokenAnswer,
} from '../../server/sandbox/schema.ts';

/** A request that did not work. `detail` holds the server's words; it is empty when the server is silent. */
export class ApiError extends Error {
  readonly detail: string;

  constructor(detail: string) {
    super(detail || 'The server does not answer');
    this.name = 'ApiError';
    this.detail = detail;
  }
}

/** Longest wait for an answer; the server is this very machine or near. */
const LIMIT_MS = 15_000;

/** Relative, so that the page works wherever its files are served. */
const BASE = '/sandbox/api';

async function call(method: string, path: string, body?: object): Promise<Response> {
  let response: Response;
  try {
    response = await fetch(`${BASE}${path}`, {
      method,
      ...(body && { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }),
      signal: AbortSignal.timeout(LIMIT_MS),
    });
  } catch {
    throw new ApiError('');
  }
  if (!response.ok) throw new ApiError(await detailOf(response));
  return response;
}

/** The words of a problem+json answer; of anything else the status. */
async function detailOf(response: Response): Promise<string> {
  try {
    const problem: unknown = await response.json();
    if (typeof problem === 'object' && problem !== null && 'detail' in problem) return String(problem.detail);
  } catch {
    // Not JSON: the status has to do.
  }
  return `HTTP ${response.status}`;
}

export async function get<T>(path: string): Promise<T> {
  return (await call('GET', path)).json();
}

export async function send<T>(method: 'POST' | 'PUT', path: string, body: object = {}): Promise<T> {
  return (await call(method, path, body)).json();
}

const part = encodeURIComponent;

/** The sandbox's half on the server. Everything rejects with an `ApiError`. */
export const api = {
  state: () => get<SandboxState>('/state'),

  posts: async (channelId: string, before?: number): Promise<Post[]> => {
    const query = before === undefined ? '' : `?before=${before}`;
    return (await get<Posts>(`/channels/${part(channelId)}/posts${query}`)).posts;
  },
  postsAfter: async (after: number): Promise<Post[]> => (await get<Posts>(`/posts?after=${after}`)).posts,
  misses: async (): Promise<Miss[]> => (await get<Misses>('/misses')).misses,
  streamUrl: (after: number) => `${BASE}/stream?after=${after}`,

  createWebhook: (channelId: string, body: CreateWebhook) =>
    send<SandboxWebhook>('POST', `/channels/${part(channelId)}/webhooks`, body),
  removeWebhook: (webhookId: string) => call('DELETE', `/webhooks/${part(webhookId)}`),

  setBehaviour: (channelId: string, behaviour: Behaviour) =>
    call('PUT', `/channels/${part(channelId)}/behaviour`, { behaviour }),

  createInstallation: (channelId: string, body: CreateInstallation) =>
    send<Installation>('POST', `/channels/${part(channelId)}/installations`, body),
  changeInstallation: (id: string, body: ChangeInstallation) =>
    send<Installation>('PUT', `/installations/${part(id)}`, body),
  removeInstallation: (id: string) => call('DELETE', `/installations/${part(id)}`),

  token: async (personId: string): Promise<string> =>
    (await send<TokenAnswer>('POST', '/token', { personId })).token,

  check: (draft: Draft) => send<Checked>('POST', '/playground/check', draft),
  post: (draft: PostDraft) => send<Posted>('POST', '/playground/post', draft),

  cards: (language: string) => get<Gallery>(`/cards?language=${part(language)}`),
  authorize: (request: AuthorizeRequest) => send<AuthorizeAnswer>('POST', '/authorize', request),

  press: (postId: number, body: PressRequest) => send<PressResult>('POST', `/posts/${postId}/press`, body),

  samples: async (): Promise<SampleId[]> => (await get<Samples>('/samples')).samples,
  sendSample: (sampleId: SampleId) => send<SendResult>('POST', `/samples/${part(sampleId)}`),
  sendEvent: (event: FreeEvent) => send<SendResult>('POST', '/events', event),
};
