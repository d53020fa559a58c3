import type { ServerResponse } from 'node:http';
import type { Post } from './schema.ts';

/** Open streams of one server. More are refused: a sandbox has a handful of pages open. */
const STREAMS_LIMIT = 100;

/** Tells every open page of a new post, over server-sent events. */
export interface PostStream {
  /** Takes over an answer. `missed` are posts that the page has not got yet. False when there are too many. */
  open(response: ServerResponse, missed: readonly Post[]): boolean;
  publish(post: Post): void;
  /** Ends all streams, so that the server can close. */
  close(): void;
}

/**
 * A page that loses its stream opens it again and names the last post that it has, so nothing is kept here.
 * A page that reads too slowly is cut off: it comes back and asks for what it missed.
 */
export function createPostStream(): PostStream {
  const responses = new Set<ServerResponse>();
  return {
    open(response, missed) {
      if (responses.size >= STREAMS_LIMIT) return false;
      responses.add(response);
      response.on('close', () => responses.delete(response));
      response.writeHead(200, {
        'content-type': 'text/event-stream; charset=utf-8',
        'cache-control': 'no-store',
        // Proxies that buffer would hold posts back: this is nginx's word for not doing so.
        'x-accel-buffering': 'no',
      });
      response.write(': posts follow\n\n');
      for (const post of missed) response.write(frame(post));
      return true;
    },
    publish(post) {
      for (const response of responses) {
        if (response.writableNeedDrain) response.destroy();
        else response.write(frame(post));
      }
    },
    close() {
      for (const response of responses) response.end();
    },
  };
}

/** JSON holds no line break outside its strings and none unescaped inside, so one `data` line carries it. */
function frame(post: Post): string {
  return `id: ${post.id}\nevent: post\ndata: ${JSON.stringify(post)}\n\n`;
}
