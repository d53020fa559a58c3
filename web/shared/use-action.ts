import { useState } from 'react';

/** Something that a press of a button does, one at a time. */
export interface Action {
  busy: boolean;
  /** Why the last try failed; undefined while there is a new one, and when it succeeded. */
  error: unknown;
  /** Does it; what it throws becomes `error`. */
  run(work: () => Promise<void>): Promise<void>;
}

export function useAction(): Action {
  const [{ busy, error }, setState] = useState<{ busy: boolean; error?: unknown }>({ busy: false });
  return {
    busy,
    error,
    async run(work) {
      setState({ busy: true });
      try {
        await work();
        setState({ busy: false });
      } catch (failure) {
        setState({ busy: false, error: failure });
      }
    },
  };
}
