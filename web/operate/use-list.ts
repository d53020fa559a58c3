import { useCallback, useEffect, useEffectEvent, useRef, useState } from 'react';

/** One page of a list. */
export interface ListPage {
  items: readonly unknown[];
  next?: string | undefined;
}

/** What a page holds. */
export type ItemOf<P extends ListPage> = P['items'][number];

export interface List<P extends ListPage> {
  /** What is shown; nothing until the first page is there. */
  items: readonly ItemOf<P>[] | undefined;
  /** The newest page that was read. */
  page: P | undefined;
  busy: boolean;
  error: unknown;
  /** Reads from the beginning; what is shown stays until then. */
  refresh(): void;
  /** Reads the next page. */
  more(): void;
}

/** Reads a list page by page, and from the beginning whenever `name`, which says what is looked for, changes. */
export function useList<P extends ListPage>(name: string, read: (cursor?: string) => Promise<P>): List<P> {
  const [state, setState] = useState<{ name: string; items: readonly ItemOf<P>[]; page: P }>();
  const [busy, setBusy] = useState(true);
  const [error, setError] = useState<unknown>();
  const newest = useRef(0);
  const start = useEffectEvent(read);

  const run = useCallback(async (work: () => Promise<P>, before: readonly ItemOf<P>[], wanted: string) => {
    newest.current += 1;
    const round = newest.current;
    setBusy(true);
    try {
      const page = await work();
      // Something else was asked for meanwhile.
      if (round !== newest.current) return;
      setState({ name: wanted, items: [...before, ...page.items], page });
      setError(undefined);
    } catch (failure) {
      if (round !== newest.current) return;
      setError(failure);
    }
    setBusy(false);
  }, []);

  useEffect(() => {
    void run(() => start(), [], name);
    return () => {
      newest.current += 1;
    };
  }, [name, run]);

  const shown = state?.name === name ? state : undefined;
  return {
    items: shown?.items,
    page: shown?.page,
    busy,
    error,
    refresh: () => void run(() => read(), [], name),
    more: () => shown && void run(() => read(shown.page.next), shown.items, name),
  };
}
