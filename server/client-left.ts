import type { FastifyReply } from 'fastify';

/** Aborted when the caller is gone before its answer was sent. */
export function clientLeft({ raw }: FastifyReply): AbortSignal {
  const control = new AbortController();
  raw.once('close', () => {
    if (!raw.writableFinished) control.abort(new DOMException('The caller is gone', 'AbortError'));
  });
  return control.signal;
}
