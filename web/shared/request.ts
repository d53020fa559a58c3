import { ApiError, type ApiErrorCode } from './api-error.ts';
import { withTimeout } from './time-out.ts';

const REQUEST_TIMEOUT_MS = 8_000;

export interface RequestOptions {
  body?: object;
  token?: string;
  /** Sends this server's cookies along, which only the calls of `/connect` look at. */
  cookies?: boolean;
  signal?: AbortSignal | undefined;
  /** Instead of 8 s. */
  limitMs?: number;
  /** Lets the request outlive the page: hosts may close it as soon as they are answered. */
  keepalive?: boolean;
}

/**
 * One request to the server the page came from. Resolves with the answer's JSON, or nothing for 204;
 * fails with an `ApiError`, after `limitMs` at the latest.
 */
export async function request(method: string, path: string, options: RequestOptions = {}): Promise<unknown> {
  const control = new AbortController();
  const late = () => {
    control.abort();
    return new ApiError('late');
  };
  return withTimeout(
    exchange(method, path, options, control.signal),
    options.limitMs ?? REQUEST_TIMEOUT_MS,
    late,
    options.signal,
  );
}

async function exchange(
  method: string,
  path: string,
  { body, token, cookies = false, keepalive = false }: RequestOptions,
  signal: AbortSignal,
): Promise<unknown> {
  const headers = new Headers({ accept: 'application/json, application/problem+json' });
  if (body !== undefined) headers.set('content-type', 'application/json');
  if (token !== undefined) headers.set('authorization', `Bearer ${token}`);
  const credentials = cookies ? 'same-origin' : 'omit';
  const init: RequestInit = { method, headers, signal, keepalive, credentials };
  if (body !== undefined) init.body = JSON.stringify(body);

  let response: Response;
  let text: string;
  try {
    response = await fetch(path, init);
    text = await response.text();
  } catch {
    throw new ApiError('unreachable');
  }
  if (!response.ok) throw problemOf(response.status, text);
  if (response.status === 204) return undefined;
  const answer = parse(text);
  if (answer === undefined) throw new ApiError('unreadable', { status: response.status });
  return answer;
}

/** Makes an error of a `problem+json` answer; the answers of proxies have none of our codes. */
export function problemOf(status: number, text: string): ApiError {
  const problem = parse(text);
  if (typeof problem === 'object' && problem !== null && 'code' in problem && isCode(problem.code)) {
    const detail = 'detail' in problem && typeof problem.detail === 'string' ? problem.detail : '';
    const reason = 'reason' in problem && typeof problem.reason === 'string' ? problem.reason : undefined;
    const pointers = 'errors' in problem ? pointersIn(problem.errors) : [];
    return new ApiError(problem.code, { detail, status, reason, pointers });
  }
  return new ApiError(status >= 500 ? 'unavailable' : 'unreadable', { status });
}

function pointersIn(errors: unknown): string[] {
  if (!Array.isArray(errors)) return [];
  return errors.flatMap((error: unknown) =>
    typeof error === 'object' && error !== null && 'pointer' in error && typeof error.pointer === 'string'
      ? [error.pointer]
      : [],
  );
}

/** A code that a newer server has and this page does not is shown as any other problem. */
function isCode(value: unknown): value is ApiErrorCode {
  return typeof value === 'string' && /^[a-z-]+$/.test(value);
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
