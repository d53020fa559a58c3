import { Type } from 'typebox';
import { Value } from 'typebox/value';

/** A running Cardwire, as its operator reaches it. */
export interface Server {
  url: string;
  key: string | undefined;
  fetch: typeof fetch;
}

const ANSWER_TIMEOUT_MS = 60_000;
const Problem = Type.Object({ code: Type.String(), title: Type.String(), detail: Type.String() });

/** Posts a request and answers what the server answered. Throws an Error whose message tells people what to do. */
export async function ask({ url, key, fetch }: Server, path: string, body: object): Promise<unknown> {
  if (!key) throw new Error('Set CARDWIRE_KEY to an API key of the scope "operate".');
  if (!URL.canParse(path, url)) throw new Error(`CARDWIRE_URL is no address: ${url}`);
  const response = await fetch(new URL(path, url), {
    method: 'POST',
    headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json' },
    body: JSON.stringify(body),
    // The key goes to the server that was named, and nowhere else.
    redirect: 'error',
    signal: AbortSignal.timeout(ANSWER_TIMEOUT_MS),
  }).catch((error: unknown) => {
    throw new Error(`No answer from ${new URL(url).origin}: ${causeOf(error)}`);
  });
  const answer: unknown = await response.json().catch(() => undefined);
  if (response.ok) return answer;
  throw new Error(
    Value.Check(Problem, answer)
      ? `${answer.title} (${answer.code}). ${answer.detail}`
      : `${new URL(url).origin} answered ${response.status}, and not as Cardwire does. Check CARDWIRE_URL.`,
  );
}

/** What undici hides beneath "fetch failed". */
function causeOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const { cause } = error;
  if (!(cause instanceof Error)) return error.message;
  return cause.message || ('code' in cause ? String(cause.code) : error.message);
}
