import { useMemo, useSyncExternalStore } from 'react';
import { hrefOf, type Place, type PlaceName, readPlace } from './place.ts';

/** Where one is in the page: it follows links, and the browser's way back. */
export function usePlace(): Place {
  const hash = useSyncExternalStore(subscribe, () => window.location.hash);
  return useMemo(() => readPlace(hash), [hash]);
}

/** Goes on from here with another query, without a step for the way back: filters are typed. */
export function narrow(name: PlaceName, query: Readonly<Record<string, string | undefined>>): void {
  window.history.replaceState(null, '', hrefOf(name, query));
  // Replacing tells nobody.
  window.dispatchEvent(new HashChangeEvent('hashchange'));
}

function subscribe(changed: () => void): () => void {
  window.addEventListener('hashchange', changed);
  return () => window.removeEventListener('hashchange', changed);
}
