const KEY = 'cardwire.token';

/**
 * The token of a sign-in in this tab, so that the next of our pages in it does not ask again. It is kept for the tab
 * alone and never leaves the browser but to our server, which decides whether it still counts: one that was `refused`
 * is forgotten. Fails open: where the browser denies storage, the next page asks.
 */
export function keptToken(refused?: string): string | undefined {
  try {
    const kept = window.sessionStorage.getItem(KEY) ?? undefined;
    if (kept !== refused) return kept;
    window.sessionStorage.removeItem(KEY);
  } catch {
    // Nothing is kept.
  }
  return undefined;
}

export function keepToken(token: string): void {
  try {
    window.sessionStorage.setItem(KEY, token);
  } catch {
    // The next page asks again.
  }
}
