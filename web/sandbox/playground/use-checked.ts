import { useEffect, useState } from 'react';
import type { Checked, Draft } from '../../../server/sandbox/playground/schema.ts';
import { api } from '../api.ts';

/** Typing goes on for so long before it is looked at. */
const TYPING_PAUSE_MS = 250;

/** What the draft comes to, a moment after it was changed; what came before stays until then. */
export function useChecked({ mode, text, language }: Draft): { checked?: Checked; error?: unknown } {
  const [state, setState] = useState<{ checked?: Checked; error?: unknown }>({});

  useEffect(() => {
    let current = true;
    const timer = setTimeout(() => {
      api.check({ mode, text, language }).then(
        (checked) => current && setState({ checked }),
        (error: unknown) => current && setState({ error }),
      );
    }, TYPING_PAUSE_MS);
    return () => {
      current = false;
      clearTimeout(timer);
    };
  }, [mode, text, language]);

  return state;
}
