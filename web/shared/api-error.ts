import type { ProblemCode } from '../../server/problem.ts';

/**
 * A problem that the server names, or one of the way to it:
 * - `unreachable`: no answer; the request may or may not have arrived
 * - `late`: no answer in time; as above
 * - `unreadable`: an answer that is not ours, from a proxy for example
 */
export type ApiErrorCode = ProblemCode | 'unreachable' | 'late' | 'unreadable';

/** A request to the server that failed. `detail` is the server's own sentence, in English: pages have words of their
 * own for the code, and for the `reason` where a code has several. */
export class ApiError extends Error {
  readonly code: ApiErrorCode;
  readonly detail: string;
  readonly reason: string | undefined;
  /** The HTTP status, or 0 when no answer came. */
  readonly status: number;
  /** JSON pointers to what the server refused in the body. */
  readonly pointers: readonly string[];

  constructor(
    code: ApiErrorCode,
    options: { detail?: string; status?: number; reason?: string | undefined; pointers?: string[] } = {},
  ) {
    super(options.detail ?? code);
    this.name = 'ApiError';
    this.code = code;
    this.detail = options.detail ?? '';
    this.reason = options.reason;
    this.status = options.status ?? 0;
    this.pointers = options.pointers ?? [];
  }
}

/** Whether the request surely changed nothing: the server understood it and said no. */
export function surelyRefused(error: unknown): boolean {
  return error instanceof ApiError && error.status >= 400 && error.status < 500;
}

/** Whether the server holds no such configuration: never had it, or it was removed. */
export function isGone(error: unknown): boolean {
  return (
    error instanceof ApiError &&
    (error.code === 'configuration-not-found' || error.code === 'configuration-removed')
  );
}
