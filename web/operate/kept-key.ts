/** Of this tab alone, and gone with it. */
const NAME = 'cardwire-operate-key';

/** The key that was used in this tab before it was loaded again. Fails open: without storage one types it anew. */
export function readKeptKey(): string | undefined {
  try {
    return sessionStorage.getItem(NAME) ?? undefined;
  } catch {
    return undefined;
  }
}

export function keepKey(key: string | undefined): void {
  try {
    if (key === undefined) sessionStorage.removeItem(NAME);
    else sessionStorage.setItem(NAME, key);
  } catch {
    // The key stays in memory, until the page is loaded again.
  }
}
