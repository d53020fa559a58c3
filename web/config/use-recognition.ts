import { useEffect, useState } from 'react';
import type { RecognisedDestination } from '../../server/configurations/schema.ts';
import type { Api } from '../shared/api.ts';

/** Typing rests for this long before the server is asked. */
const TYPING_PAUSE_MS = 400;

/** What the server makes of a pasted address. */
export type Recognition =
  | { status: 'empty' }
  | { status: 'checking' }
  | { status: 'known'; destination: RecognisedDestination }
  | { status: 'failed'; error: unknown };

/** Asks the server about the address while it is typed; `again` repeats the question after a failure. */
export function useRecognition(api: Api, address: string): [Recognition, again: () => void] {
  const url = address.trim();
  const [round, setRound] = useState(0);
  const [answer, setAnswer] = useState<{ url: string; round: number; recognition: Recognition }>();

  useEffect(() => {
    if (url === '') return;
    const control = new AbortController();
    const settle = (recognition: Recognition) => {
      if (!control.signal.aborted) setAnswer({ url, round, recognition });
    };
    const timer = setTimeout(() => {
      api.recognise(url, control.signal).then(
        (destination) => settle({ status: 'known', destination }),
        (error: unknown) => settle({ status: 'failed', error }),
      );
    }, TYPING_PAUSE_MS);
    return () => {
      clearTimeout(timer);
      control.abort();
    };
  }, [api, url, round]);

  const again = () => setRound((last) => last + 1);
  if (url === '') return [{ status: 'empty' }, again];
  // An answer to what stood there before says nothing about what stands there now.
  const current = answer?.url === url && answer.round === round;
  return [current ? answer.recognition : { status: 'checking' }, again];
}
