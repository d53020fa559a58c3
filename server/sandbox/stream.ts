import type { ServerResponse } from 'node:http';
import type { Miss } from './behaviour.ts';
import type { Post } from './schema.ts';

/** Open streams of one server. More are refused: a sandbox has a handful of pages open. */
const STREAMS_LIMIT = 100;

/** Tells every open page of what comes to the channels, over server-sent events. */
export interface PostStream {
  hasRoom(): boolean;
  /** Takes over an answer: every frame that is published from now on goes into it. */
  open(response: ServerResponse): void;
  publish(frame: string): void;
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
    hasRoom: () => responses.size < STREAMS_LIMIT,
    open(response) {
      responses.add(response);
      response.on('close', () => responses.delete(response));
      response.writeHead(200, {
        'content-type': 'text/event-stream; charset=utf-8',
        'cache-control': 'no-store',
        // Proxies that buffer would hold posts back: this is nginx's word for not doing so.
        'x-accel-buffering': 'no',
      });
      // Something must be sent before the page learns that the stream is open.
      response.write(': posts follow\n\n');
    },
    publish(frame) {
      for (const response of responses) {
        if (response.writableNeedDrain) response.destroy();
        else response.write(frame);
      }
    },
    close() {
      for (const response of responses) response.end();
    },
  };
}

/** JSON has no line break of its own and none unescaped in its strings: one `data` line carries it. */
export function postFrame(post: Post): string {
  return `id: ${post.id}\nevent: post\ndata: ${JSON.stringify(post)}\n\n`;
}

/** Without an id: a page that comes back reads all misses anew. */
export function missFrame(miss: Miss): string {
  return `event: miss\ndata: ${JSON.stringify(miss)}\n\n`;
}
