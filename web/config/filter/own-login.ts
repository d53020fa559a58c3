/** Where the browser keeps what its user is called where the events come from. */
const KEY = 'cardwire.login';

/**
 * What the user told us once; empty when that is not known. Fails open: frames may have no storage, and then
 * it is asked again.
 */
export function readOwnLogin(): string {
  try {
    return window.localStorage.getItem(KEY) ?? '';
  } catch {
    return '';
  }
}

export function keepOwnLogin(login: string): void {
  try {
    window.localStorage.setItem(KEY, login);
  } catch {
    // It is asked again next time.
  }
}
