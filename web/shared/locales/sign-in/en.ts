import type { SignInErrorCode } from '../../sign-in-error.ts';

/** The words of signing in: apart from the others, because most people never sign in. */
export const en = {
  title: 'Please sign in',
  inHost: 'Teams has not told this connector who you are. Sign in once, and it knows.',
  inBrowser: 'This page shows what belongs to a channel of your organisation.',
  button: 'Sign in',
  otherAccount: 'Use another account',
  asking: 'Finish signing in in the window that opened.',
  failedTitle: 'You are not signed in yet',
  microsoftSays: (words: string) => `Microsoft says: “${words}”`,
  problems: {
    'click-needed': 'Press the button to sign in.',
    blocked: 'The browser opened no window. Allow pop-ups for this page, then try again.',
    closed: 'The window was closed before you were signed in. Try again.',
    denied:
      'You or your organisation did not allow it. Try again, or ask your administrator to allow this app.',
    unreachable:
      'The sign-in gave no answer. Try again; if it stays so, the people who run this connector have to finish its app registration.',
    failed: 'Signing in did not work. Try again, or ask the people who run this connector.',
  } satisfies Record<SignInErrorCode, string>,
  window: {
    title: 'Sign in',
    starting: 'Taking you to the sign-in…',
    finished: 'You can close this window.',
    nothing: 'This window is opened by other pages to sign somebody in. There is nothing to do here.',
    unreachable: 'The server cannot be reached. Close this window and try again.',
  },
};

export type SignInWords = typeof en;
