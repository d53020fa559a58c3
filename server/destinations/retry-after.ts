/** Nobody is made to wait longer than this, however long a server asks for. */
export const RETRY_AFTER_MAX_MS = 24 * 60 * 60 * 1_000;

/** RFC 9110's date, `Sun, 06 Nov 1994 08:49:37 GMT`. `Date.parse` alone takes nearly anything. */
const HTTP_DATE = /^[A-Z][a-z]{2}, \d{2} [A-Z][a-z]{2} \d{4} \d{2}:\d{2}:\d{2} GMT$/;

/**
 * How long a Retry-After header asks to wait, in milliseconds: above 0 and at most `RETRY_AFTER_MAX_MS`.
 * Undefined when it asks for nothing that makes sense: none, negative, past or not readable.
 */
export function retryAfterMs(header: string | undefined, now: Date): number | undefined {
  const text = header?.trim() ?? '';
  const asked = HTTP_DATE.test(text) ? Date.parse(text) - now.getTime() : seconds(text) * 1_000;
  return asked > 0 ? Math.min(Math.ceil(asked), RETRY_AFTER_MAX_MS) : undefined;
}

/** RFC 9110 knows whole seconds only; some servers send fractions. */
function seconds(text: string): number {
  return /^\d+(?:\.\d+)?$/.test(text) ? Number(text) : Number.NaN;
}
