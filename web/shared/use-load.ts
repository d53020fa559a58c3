import { useCallback, useEffect, useEffectEvent, useState } from 'react';

export type Load<T> =
  | { status: 'loading' }
  | { status: 'failed'; error: unknown }
  | { status: 'loaded'; value: T };

/** Loads once when the component appears, and anew, from the beginning, at each `reload`. */
export function useLoad<T>(load: () => Promise<T>): [Load<T>, reload: () => void] {
  const [round, setRound] = useState(0);
  const [state, setState] = useState<Load<T> & { round: number }>({ status: 'loading', round });
  const start = useEffectEvent(load);

  useEffect(() => {
    let current = true;
    const settle = (next: Load<T>) => {
      if (current) setState({ ...next, round });
    };
    start().then(
      (value) => settle({ status: 'loaded', value }),
      (error: unknown) => settle({ status: 'failed', error }),
    );
    return () => {
      current = false;
    };
  }, [round]);

  const reload = useCallback(() => setRound((last) => last + 1), []);
  // What an earlier round came to is not shown any more once a new one has begun.
  return [state.round === round ? state : { status: 'loading' }, reload];
}
