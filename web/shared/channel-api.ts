import type { ChangeList } from '../../server/configurations/change-schema.ts';
import type {
  PauseRequest,
  ReplayResult,
  ResumeRequest,
} from '../../server/configurations/delivery-schema.ts';
import type { CameList, EventDetail } from '../../server/configurations/event-schema.ts';
import type { Explanation } from '../../server/configurations/explain-schema.ts';
import type { ChannelNews, Configuration, DeliveryPage } from '../../server/configurations/schema.ts';
import type { RequestOptions } from './request.ts';

/** What people do with a channel that is set up. Everything fails with an `ApiError`. */
export interface ChannelApi {
  readDeliveries(id: string, cursor?: string): Promise<DeliveryPage>;
  /** Fails with `event-not-found` when the event was not meant for this configuration. */
  readEvent(id: string, number: string): Promise<EventDetail>;
  /** The newest events that came, for this channel or not; or those that a pasted link or id means. */
  findEvents(id: string, link: string): Promise<CameList>;
  explain(id: string, event: { source: string; id: string }): Promise<Explanation>;
  readChanges(id: string): Promise<ChangeList>;
  pause(id: string, pause: PauseRequest): Promise<Configuration>;
  /** What waited becomes what was chosen for the pause, if no `mode` is given. */
  resume(id: string, mode?: ResumeRequest['mode']): Promise<Configuration>;
  /** Undoes the removal; `version` is the one that was read. */
  restore(id: string, version: number): Promise<Configuration>;
  /** Delivers one again. */
  replay(id: string, delivery: string): Promise<ReplayResult>;
  /**
   * The channel as it changes, until `signal` is aborted or the server ends it. `seen` is the mark of the news
   * that were read last. Signs of life come as undefined.
   */
  follow(
    id: string,
    seen: string | undefined,
    signal: AbortSignal,
  ): Promise<AsyncGenerator<News | undefined>>;
}

export interface News extends ChannelNews {
  mark: string;
}

/** How calls are made: signed by the user's token. */
export interface Signing {
  signed(method: string, path: string, options?: RequestOptions): Promise<unknown>;
  /** Runs `work` with a token, and once more with a new one when it fails with a 401. */
  withToken<T>(work: (token: string) => Promise<T>): Promise<T>;
}

export function createChannelApi({ signed, withToken }: Signing): ChannelApi {
  return {
    readDeliveries: async (id, cursor) => {
      const query = cursor === undefined ? '' : `?cursor=${encodeURIComponent(cursor)}`;
      return as<DeliveryPage>(await signed('GET', `${pathOf(id)}/deliveries${query}`));
    },
    readEvent: async (id, number) =>
      as<EventDetail>(await signed('GET', `${pathOf(id)}/events/${encodeURIComponent(number)}`)),
    findEvents: async (id, link) => {
      const query = link === '' ? '' : `?${new URLSearchParams({ link })}`;
      return as<CameList>(await signed('GET', `${pathOf(id)}/events${query}`));
    },
    explain: async (id, { source, id: event }) =>
      as<Explanation>(await signed('GET', `${pathOf(id)}/explain?${new URLSearchParams({ source, event })}`)),
    readChanges: async (id) => as<ChangeList>(await signed('GET', `${pathOf(id)}/changes`)),
    pause: async (id, body) => as<Configuration>(await signed('POST', `${pathOf(id)}/pause`, { body })),
    resume: async (id, mode) =>
      as<Configuration>(
        await signed('POST', `${pathOf(id)}/resume`, { body: mode === undefined ? {} : { mode } }),
      ),
    restore: async (id, version) =>
      as<Configuration>(await signed('POST', `${pathOf(id)}/restore`, { body: { version } })),
    replay: async (id, delivery) =>
      as<ReplayResult>(await signed('POST', `${pathOf(id)}/replay`, { body: { delivery } })),
    // Only one page follows its channel, and only once it is shown.
    follow: async (id, seen, signal) => {
      const { openNews } = await import('./channel-stream.ts');
      return withToken((token) => openNews(`${pathOf(id)}/stream`, token, seen, signal));
    },
  };
}

/** The id comes from the host, so it may hold anything. */
export function pathOf(id: string): string {
  return `/api/configurations/${encodeURIComponent(id)}`;
}

/** The server's answers follow the schemas that it serves them by; they are not checked a second time. */
function as<T>(answer: unknown): T {
  return answer as T;
}
