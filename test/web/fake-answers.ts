import type { Static } from 'typebox';
import { PROBLEMS, type ProblemCode, type ProblemSchema } from '../../server/problem.ts';

/** How a call goes wrong: with a problem, with a proxy's page, without network, or without ever an answer. */
export type Trouble =
  | { code: ProblemCode; detail?: string; pointers?: readonly string[] }
  | 'proxy-page'
  | 'unreachable'
  | 'silent';

/** Thrown where the real server answers with a problem. */
export class Problem extends Error {
  readonly code: ProblemCode;
  readonly reason: string | undefined;

  /** JSON pointers to what is refused. */
  pointers: readonly string[] = [];

  constructor(code: ProblemCode, detail = 'The server says more.', reason?: string) {
    super(detail);
    this.code = code;
    this.reason = reason;
  }

  answer(): Response {
    const { status, title } = PROBLEMS[this.code];
    const problem: Static<typeof ProblemSchema> = {
      type: 'about:blank',
      title,
      status,
      code: this.code,
      detail: this.message,
      ...(this.reason !== undefined && { reason: this.reason }),
      ...(this.pointers.length > 0 && {
        errors: this.pointers.map((pointer) => ({ pointer, detail: 'is not right.' })),
      }),
      requestId: 'req-1',
    };
    return json(problem, status, 'application/problem+json');
  }
}

/** What `fetch` comes to in this trouble. */
export function fail(trouble: Trouble, signal: AbortSignal | null | undefined): Promise<Response> {
  if (trouble === 'unreachable') return Promise.reject(new TypeError('Failed to fetch'));
  if (trouble === 'proxy-page') return Promise.resolve(new Response('<h1>Bad gateway</h1>', { status: 502 }));
  if (trouble !== 'silent') {
    const problem = new Problem(trouble.code, trouble.detail);
    problem.pointers = trouble.pointers ?? [];
    return Promise.resolve(problem.answer());
  }
  return new Promise((_, reject) => {
    signal?.addEventListener('abort', () => reject(new DOMException('Aborted', 'AbortError')));
  });
}

/** An answer with JSON. */
export function json(body: object, status = 200, type = 'application/json'): Response {
  return new Response(JSON.stringify(body), { status, headers: { 'content-type': type } });
}
