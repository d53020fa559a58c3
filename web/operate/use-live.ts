import { useEffect, useEffectEvent, useState } from 'react';

/** Figures that change while one looks at them. */
export interface Live<T> {
  /** The newest that could be read; nothing before the first. */
  value: T | undefined;
  /** Why the newest try failed; undefined when it did not. */
  error: unknown;
  retry(): void;
}

/** Reads now and again, while anybody sees the page; from the beginning whenever `name` changes. */
export function useLive<T>(name: string, everyMs: number, read: () => Promise<T>): Live<T> {
  const [state, setState] = useState<{ name: string; value?: T; error?: unknown }>({ name });
  const [round, setRound] = useState(0);
  const start = useEffectEvent(read);

  // biome-ignore lint/correctness/useExhaustiveDependencies: a new round reads at once.
  useEffect(() => {
    let current = true;
    const look = () => {
      if (document.visibilityState === 'hidden') return;
      start().then(
        (value) => current && setState({ name, value }),
        (error: unknown) =>
          current && setState((last) => ({ ...(last.name === name ? last : { name }), error })),
      );
    };
    look();
    const timer = setInterval(look, everyMs);
    return () => {
      current = false;
      clearInterval(timer);
    };
  }, [name, everyMs, round]);

  const shown = state.name === name ? state : { value: undefined, error: undefined };
  return { value: shown.value, error: shown.error, retry: () => setRound((last) => last + 1) };
}
