import { type Static, type TSchema, Type } from 'typebox';
import { Value } from 'typebox/value';
import type { Surroundings } from './command.ts';

export interface Call<Schema extends TSchema> {
  /** Below the server's address. */
  path: string;
  /** It is posted; without one the path is read. */
  body?: object;
  /** What a server of this version answers. */
  answer: Schema;
  timeoutMs?: number;
}

const DEFAULT_URL = 'http://localhost:3978';
const ANSWER_TIMEOUT_MS = 60_000;
const Problem = Type.Object({ code: Type.String(), title: Type.String(), detail: Type.String() });

/**
 * Asks the server at CARDWIRE_URL with the key CARDWIRE_KEY. Throws an Error whose message tells people what to do.
 */
export async function ask<Schema extends TSchema>(
  { env, fetch }: Pick<Surroundings, 'env' | 'fetch'>,
  { path, body, answer: schema, timeoutMs = ANSWER_TIMEOUT_MS }: Call<Schema>,
): Promise<Static<Schema>> {
  const { CARDWIRE_URL: url = DEFAULT_URL, CARDWIRE_KEY: key } = env;
  if (!key) throw new Error('Set CARDWIRE_KEY to an API key of the scope "operate".');
  if (!URL.canParse(path, url)) throw new Error(`CARDWIRE_URL is no address: ${url}`);
  const response = await fetch(new URL(path, url), {
    headers: { authorization: `Bearer ${key}`, ...(body && { 'content-type': 'application/json' }) },
    ...(body && { method: 'POST', body: JSON.stringify(body) }),
    // The key goes to the server that was named, and nowhere else.
    redirect: 'error',
    signal: AbortSignal.timeout(timeoutMs),
  }).catch((error: unknown) => {
    throw new Error(`No answer from ${new URL(url).origin}: ${causeOf(error)}`);
  });
  const answer: unknown = await response.json().catch(() => undefined);
  if (!response.ok) {
    throw new Error(
      Value.Check(Problem, answer)
        ? `${answer.title} (${answer.code}). ${answer.detail}`
        : `${new URL(url).origin} answered ${response.status}, and not as Cardwire does. Check CARDWIRE_URL.`,
    );
  }
  if (!Value.Check(schema, answer)) throw new Error('The server gave an answer of another version.');
  return answer;
}

/** What undici hides beneath "fetch failed". */
function causeOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const { cause } = error;
  if (!(cause instanceof Error)) return error.message;
  return cause.message || ('code' in cause ? String(cause.code) : error.message);
}
