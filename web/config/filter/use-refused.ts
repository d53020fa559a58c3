import { useState } from 'react';
import { ApiError } from '../../shared/api-error.ts';
import { conditionsByKey, refusedKeys } from './refused-keys.ts';
import type { PlacedFilter } from './to-filter.ts';

/** The keys of what the server refused with this error, for as long as it is as it was refused. */
export function useRefused(error: unknown, placed: PlacedFilter): ReadonlySet<string> {
  const [refusal, setRefusal] = useState({ error, ...refusedNow(error, placed) });
  // An error's pointers count from the filter that it was about: that of this moment, and of no later one.
  if (refusal.error !== error) setRefusal({ error, ...refusedNow(error, placed) });
  const now = conditionsByKey(placed);
  return new Set([...refusal.keys].filter((key) => now.get(key) === refusal.conditions.get(key)));
}

function refusedNow(error: unknown, placed: PlacedFilter) {
  const pointers = error instanceof ApiError ? error.pointers : [];
  return { keys: refusedKeys(pointers, placed), conditions: conditionsByKey(placed) };
}
