import type { ChannelNews } from '../../server/configurations/schema.ts';
import { ApiError } from './api-error.ts';
import type { News } from './channel-api.ts';
import { type Frame, readFrames } from './event-stream.ts';
import { problemOf } from './request.ts';

/**
 * Opens the stream of a channel's news from `seen` on. `EventSource` cannot send a token, so it is read with `fetch`.
 * Fails with an `ApiError`.
 */
export async function openNews(
  path: string,
  token: string,
  seen: string | undefined,
  signal: AbortSignal,
): Promise<AsyncGenerator<News | undefined>> {
  const headers = new Headers({ accept: 'text/event-stream', authorization: `Bearer ${token}` });
  if (seen !== undefined) headers.set('last-event-id', seen);
  let response: Response;
  try {
    response = await fetch(path, { headers, signal, credentials: 'omit', cache: 'no-store' });
  } catch {
    throw new ApiError('unreachable');
  }
  if (!response.ok) throw problemOf(response.status, await response.text());
  if (response.body === null) throw new ApiError('unreadable', { status: response.status });
  return newsOf(readFrames(response.body));
}

async function* newsOf(frames: AsyncGenerator<Frame>): AsyncGenerator<News | undefined> {
  for await (const { id, event, data } of frames) {
    yield event === 'channel' ? { ...(JSON.parse(data) as ChannelNews), mark: id } : undefined;
  }
}
