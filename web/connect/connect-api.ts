import type {
  ChangeConfiguration,
  Configuration,
  ConnectorOffer,
} from '../../server/configurations/schema.ts';
import type { TestResult } from '../../server/configurations/test-schema.ts';
import type {
  ConnectionList,
  ConnectSessionView,
  Proof,
  StartConnect,
  StartedConnect,
} from '../../server/connect/schema.ts';
import type { Language } from '../shared/language.ts';
import type { AskOptions } from '../shared/pop-up-sign-in.ts';
import { type RequestOptions, request } from '../shared/request.ts';

/** What can be done to a connection, by whoever may. Everything fails with an `ApiError`. */
export interface ConnectionActions {
  read(id: string): Promise<Configuration>;
  change(id: string, change: ChangeConfiguration): Promise<Configuration>;
  pause(id: string): Promise<Configuration>;
  resume(id: string): Promise<Configuration>;
  sendTest(id: string): Promise<TestResult>;
  remove(id: string): Promise<void>;
  /** Takes a removal back; `version` is that of the removed one. */
  restore(id: string, version: number): Promise<Configuration>;
}

/** The server, as a browser without a host uses it: a cookie says what it may. */
export interface ConnectApi {
  readConnector(language: Language): Promise<ConnectorOffer>;
  /** Answers Microsoft's page, to be gone to. */
  start(wanted: StartConnect): Promise<StartedConnect>;
  readSession(): Promise<ConnectSessionView>;
  /** Has a first card posted to what Microsoft gave. */
  prove(id: string): Promise<Proof>;
  connections: ConnectionActions;
}

/** The same for a person who signed in. */
export interface PersonApi {
  /** To be called from a click. Fails with a `SignInError`. */
  signIn(options: AskOptions): Promise<void>;
  list(): Promise<ConnectionList>;
  connections: ConnectionActions;
}

/** A card is posted meanwhile, by a server that itself waits up to 9 s. */
const CARD_LIMIT_MS = 15_000;

type Send = (method: string, path: string, options?: RequestOptions) => Promise<unknown>;

export function createConnectApi(): ConnectApi {
  const send: Send = (method, path, options) =>
    request(method, `/connect${path}`, { ...options, cookies: true });
  return {
    readConnector: async (language) =>
      as<ConnectorOffer>(await request('GET', `/api/connector?language=${language}`)),
    start: async (body) => as<StartedConnect>(await send('POST', '/api/start', { body })),
    readSession: async () => as<ConnectSessionView>(await send('GET', '/api/session')),
    prove: async (id) =>
      as<Proof>(await send('POST', `/api/pending/${id}/prove`, { limitMs: CARD_LIMIT_MS })),
    connections: actionsBy(send),
  };
}

export function createPersonApi(): PersonApi {
  let token: string | undefined;
  const send: Send = (method, path, options) =>
    request(method, path, { ...options, ...(token !== undefined && { token }) });
  return {
    async signIn(options) {
      // Hardly anybody needs it: the browser that connected something is known.
      const { signInByPopUp } = await import('../shared/pop-up-sign-in.ts');
      token = await signInByPopUp(options);
    },
    list: async () => as<ConnectionList>(await send('GET', '/api/connections')),
    connections: actionsBy(send),
  };
}

function actionsBy(send: Send): ConnectionActions {
  const to = (id: string) => `/api/configurations/${encodeURIComponent(id)}`;
  return {
    read: async (id) => as<Configuration>(await send('GET', to(id))),
    change: async (id, body) => as<Configuration>(await send('PATCH', to(id), { body })),
    pause: async (id) => as<Configuration>(await send('POST', `${to(id)}/pause`, { body: {} })),
    resume: async (id) => as<Configuration>(await send('POST', `${to(id)}/resume`, { body: {} })),
    sendTest: async (id) =>
      as<TestResult>(await send('POST', `${to(id)}/test`, { body: {}, limitMs: CARD_LIMIT_MS })),
    remove: async (id) => void (await send('DELETE', to(id))),
    restore: async (id, version) =>
      as<Configuration>(await send('POST', `${to(id)}/restore`, { body: { version } })),
  };
}

/** The server's answers follow the schemas that it serves them by; they are not checked a second time. */
function as<T>(answer: unknown): T {
  return answer as T;
}
