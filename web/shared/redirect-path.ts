/** Where Entra sends the sign-in window back to. It is registered there, so it never changes. */
export const REDIRECT_PATH = '/signin';
