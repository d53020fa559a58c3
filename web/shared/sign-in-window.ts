import { ANSWER_CHANNEL, readAnswer, type SignInAnswer } from './sign-in-answer.ts';
import { SignInError } from './sign-in-error.ts';

/** How often the window is looked at. */
const LOOK_MS = 500;
const FEATURES = 'popup,width=520,height=640';

export interface WindowOptions {
  /** Only the answer with this state counts. */
  state: string;
  signal: AbortSignal;
  /**
   * The window seems to be gone. The answer may still come: a sign-in page that isolates itself looks closed
   * from here, too.
   */
  onClosed(): void;
}

/**
 * Opens a window of ours and waits for its answer, until `signal` is aborted. The answer comes over a channel
 * that only pages of this origin share, not over `window.opener`, which a sign-in page may cut.
 */
export function askInWindow(url: string, { state, signal, onClosed }: WindowOptions): Promise<SignInAnswer> {
  const opened = window.open(url, '_blank', FEATURES);
  if (opened === null) return Promise.reject(new SignInError('blocked'));
  return new Promise((resolve, reject) => {
    const channel = new BroadcastChannel(ANSWER_CHANNEL);
    const look = setInterval(() => {
      if (!opened.closed) return;
      clearInterval(look);
      onClosed();
    }, LOOK_MS);
    const end = () => {
      clearInterval(look);
      channel.close();
    };
    channel.onmessage = ({ data }: MessageEvent<unknown>) => {
      const answer = typeof data === 'string' ? readAnswer(data) : undefined;
      if (answer?.state !== state) return;
      end();
      opened.close();
      resolve(answer);
    };
    signal.addEventListener('abort', () => {
      end();
      reject(new SignInError('closed'));
    });
  });
}
