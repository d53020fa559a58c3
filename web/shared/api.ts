import type { NextPost, NextPostRequest } from '../../server/configurations/schedule-schema.ts';
import type {
  ChangeConfiguration,
  Configuration,
  ConnectorOffer,
  CreateConfiguration,
  RecognisedDestination,
  Recognition,
} from '../../server/configurations/schema.ts';
import type { ConnectResult, TestResult } from '../../server/configurations/test-schema.ts';
import type {
  ActivityAnswer,
  BacktestAnswer,
  BacktestRequest,
  SuggestionsAnswer,
} from '../../server/lookback/schema.ts';
import type { Preview, PreviewRequest } from '../../server/previews/schema.ts';
import { ApiError } from './api-error.ts';
import { type ChannelApi, createChannelApi, pathOf } from './channel-api.ts';
import type { Language } from './language.ts';
import type { AskOptions } from './pop-up-sign-in.ts';
import { type RequestOptions, request } from './request.ts';
import type { TokenSource } from './token-source.ts';

/** The server, as the pages use it. Everything fails with an `ApiError`. */
export interface Api extends ChannelApi {
  /** Fails with `not-signed-in` when the host gives no token without asking the user. */
  checkSignIn(): Promise<void>;
  /** Asks the user; to be called from a click. Fails with a `SignInError`. */
  signIn(options: AskOptions): Promise<void>;
  readConnector(language: Language): Promise<ConnectorOffer>;
  createConfiguration(wanted: CreateConfiguration, signal?: AbortSignal): Promise<Configuration>;
  readConfiguration(id: string, signal?: AbortSignal): Promise<Configuration>;
  changeConfiguration(id: string, change: ChangeConfiguration, signal?: AbortSignal): Promise<Configuration>;
  /** Removing what is removed already is fine. */
  removeConfiguration(id: string, signal?: AbortSignal): Promise<void>;
  setDestination(id: string, url: string, signal?: AbortSignal): Promise<Configuration>;
  /** Sets the address when it takes a card; aborted, it is not set. Again for the same one changes nothing. */
  connect(id: string, url: string, signal?: AbortSignal): Promise<ConnectResult>;
  /** Posts a test card to the stored address, or to one that is only tried. */
  sendTest(id: string, url?: string, signal?: AbortSignal): Promise<TestResult>;
  /** How often each event type came lately. */
  readActivity(signal?: AbortSignal): Promise<ActivityAnswer>;
  /** What events lately held at a field. */
  readSuggestions(field: string, signal?: AbortSignal): Promise<SuggestionsAnswer>;
  /** What a filter would have let pass lately. */
  backtest(asked: BacktestRequest, signal?: AbortSignal): Promise<BacktestAnswer>;
  /** A card as a channel would see it. */
  preview(wanted: PreviewRequest, signal?: AbortSignal): Promise<Preview>;
  /** Posts a test card to an address that nothing is saved for yet. */
  tryAddress(url: string, language: Language): Promise<TestResult>;
  /** When an event that came now would be posted. */
  nextPost(timing: NextPostRequest, signal?: AbortSignal): Promise<NextPost>;
  recognise(url: string, signal?: AbortSignal): Promise<RecognisedDestination>;
}

/** The server waits up to 9 s for room in the channel's pace and for the answer, longer for a test before it. */
const TEST_TIMEOUT_MS = 12_000;

/** Keeps one token for all calls, until the server no longer takes it. */
export function createApi(tokens: TokenSource): Api {
  let token: Promise<string> | undefined;

  const newToken = (refused?: string): Promise<string> => {
    const fresh = tokens.silent(refused).catch(() => {
      if (token === fresh) token = undefined;
      throw new ApiError('not-signed-in');
    });
    token = fresh;
    return fresh;
  };

  /** A token may have ended meanwhile, so a refused one is replaced and the work done again, once. */
  const withToken = async <T>(work: (token: string) => Promise<T>): Promise<T> => {
    const used = token ?? newToken();
    try {
      return await work(await used);
    } catch (error) {
      if (!(error instanceof ApiError) || error.status !== 401) throw error;
      if (token === used) token = undefined;
      return work(await (token ?? newToken(await used)));
    }
  };
  const signed = (method: string, path: string, options: RequestOptions = {}): Promise<unknown> =>
    withToken((token) => request(method, path, { ...options, token }));

  return {
    ...createChannelApi({ signed, withToken }),
    checkSignIn: async () => void (await (token ?? newToken())),
    async signIn(options) {
      const given = await tokens.ask(options);
      token = Promise.resolve(given);
    },
    readConnector: async (language) =>
      as<ConnectorOffer>(await request('GET', `/api/connector?language=${language}`)),
    createConfiguration: async (body, signal) =>
      as<Configuration>(await signed('POST', '/api/configurations', { body, signal })),
    readConfiguration: async (id, signal) => as<Configuration>(await signed('GET', pathOf(id), { signal })),
    changeConfiguration: async (id, body, signal) =>
      as<Configuration>(await signed('PATCH', pathOf(id), { body, signal })),
    removeConfiguration: async (id, signal) => {
      await signed('DELETE', pathOf(id), { keepalive: true, signal });
    },
    setDestination: async (id, url, signal) =>
      as<Configuration>(await signed('PUT', `${pathOf(id)}/destination`, { body: { url }, signal })),
    connect: async (id, url, signal) =>
      as<ConnectResult>(
        await signed('POST', `${pathOf(id)}/connect`, { body: { url }, signal, limitMs: TEST_TIMEOUT_MS }),
      ),
    sendTest: async (id, url, signal) =>
      as<TestResult>(
        await signed('POST', `${pathOf(id)}/test`, {
          body: url === undefined ? {} : { url },
          signal,
          limitMs: TEST_TIMEOUT_MS,
        }),
      ),
    readActivity: async (signal) => as<ActivityAnswer>(await signed('GET', '/api/activity', { signal })),
    readSuggestions: async (field, signal) =>
      as<SuggestionsAnswer>(
        await signed('GET', `/api/suggestions?field=${encodeURIComponent(field)}`, { signal }),
      ),
    backtest: async (body, signal) =>
      as<BacktestAnswer>(await signed('POST', '/api/backtest', { body, signal })),
    preview: async (body, signal) => as<Preview>(await signed('POST', '/api/preview', { body, signal })),
    tryAddress: async (url, language) =>
      as<TestResult>(
        await signed('POST', '/api/destinations/test', { body: { url, language }, limitMs: TEST_TIMEOUT_MS }),
      ),
    nextPost: async (body, signal) =>
      as<NextPost>(await signed('POST', '/api/schedule/next', { body, signal })),
    recognise: async (url, signal) => {
      const call = signed('POST', '/api/destinations/recognise', { body: { url }, signal });
      const answer = as<Recognition>(await call);
      if ('refused' in answer) throw new ApiError('webhook-url-refused', { reason: answer.reason });
      return answer.destination;
    },
  };
}

/** The server's answers follow the schemas that it serves them by; they are not checked a second time. */
function as<T>(answer: unknown): T {
  return answer as T;
}
