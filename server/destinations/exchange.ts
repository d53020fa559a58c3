import type { Dispatcher } from 'undici';
import manifest from '../../package.json' with { type: 'json' };
import { startDeadline } from './deadline.ts';
import { networkErrorWords } from './network-error.ts';
import type { Answer } from './verdict.ts';

/** Of an answer's body; the longest that means something has a few hundred bytes. */
const BODY_MAX_BYTES = 8 * 1_024;

const HEADERS = {
  'content-type': 'application/json; charset=utf-8',
  'user-agent': `Cardwire/${manifest.version}`,
};

export interface ExchangeOptions {
  timeoutMs: number;
  signal: AbortSignal | undefined;
  /** Besides those of every post. */
  headers?: Record<string, string> | undefined;
}

/**
 * One POST and its answer. Never rejects.
 *
 * Undici's own `request` wraps each answer in a stream and each signal in listeners; for bodies of a few bytes,
 * thousands of times a second, that costs more than the post. So the answer is gathered as it comes.
 *
 * A body that breaks off counts as far as it came: the status has said already what became of the card, and
 * calling it no answer would post the card a second time.
 */
export function exchange(
  dispatcher: Dispatcher,
  url: string,
  body: string,
  { timeoutMs, signal, headers }: ExchangeOptions,
): Promise<Answer> {
  const { promise, resolve } = Promise.withResolvers<Answer>();
  const chunks: Buffer[] = [];
  let length = 0;
  let status: number | undefined;
  let retryAfter: string | undefined;
  let controller: Dispatcher.DispatchController | undefined;
  let over = false;
  let release = () => {};

  const finish = (error?: unknown) => {
    if (over) return;
    over = true;
    release();
    if (status === undefined) resolve({ kind: 'no-response', error: networkErrorWords(error) });
    else resolve({ kind: 'response', status, body: textOf(chunks), ...(retryAfter && { retryAfter }) });
  };
  const stop = (reason: unknown) => {
    finish(reason);
    controller?.abort(toError(reason));
  };

  release = startDeadline(timeoutMs, signal, stop);
  if (over) return promise;
  try {
    const { origin, pathname, search } = new URL(url);
    dispatcher.dispatch(
      {
        origin,
        path: pathname + search,
        method: 'POST',
        headers: headers ? { ...HEADERS, ...headers } : HEADERS,
        body,
      },
      {
        onRequestStart(started) {
          controller = started;
          // Given up on while it waited for a connection: nothing is sent.
          if (over) started.abort(new Error('given up'));
        },
        onResponseStart(_controller, statusCode, headers) {
          // An interim answer says nothing of the card.
          if (statusCode < 200) return;
          status = statusCode;
          retryAfter = [headers['retry-after']].flat()[0];
        },
        onResponseData(_controller, chunk) {
          // What comes after the end of the exchange is of no use, and the connection is being closed.
          if (over) return;
          chunks.push(chunk);
          length += chunk.length;
          if (length >= BODY_MAX_BYTES) stop(undefined);
        },
        onResponseEnd: () => finish(),
        onResponseError: (_controller, error) => finish(error),
      },
    );
  } catch (error) {
    finish(error);
  }
  return promise;
}

/** The beginning of a body; a character that was cut in two is left out. */
function textOf(chunks: readonly Buffer[]): string {
  if (chunks.length === 0) return '';
  const bytes = chunks.length === 1 && chunks[0] ? chunks[0] : Buffer.concat(chunks);
  return new TextDecoder().decode(bytes.subarray(0, BODY_MAX_BYTES), { stream: true });
}

function toError(reason: unknown): Error {
  return reason instanceof Error ? reason : new Error('given up');
}
