import { useEffect, useState } from 'react';
import type { SuggestionsAnswer } from '../../../server/lookback/schema.ts';
import type { Api } from '../../shared/api.ts';

export type Suggestion = SuggestionsAnswer['values'][number];

/** Answers of this page's server, kept while the page is open: rows often ask for the same field. */
const kept = new WeakMap<object, Map<string, Promise<Suggestion[]>>>();

/**
 * What events lately held at a field; nothing until it is known. Fails open: without suggestions any value can
 * be typed. An answer that failed is asked for anew.
 */
export function useSuggestions(api: Pick<Api, 'readSuggestions'>, field: string): readonly Suggestion[] {
  const [found, setFound] = useState<{ field: string; values: Suggestion[] }>();
  useEffect(() => {
    if (field === '') return;
    let current = true;
    read(api, field).then(
      (values) => current && setFound({ field, values }),
      () => undefined,
    );
    return () => {
      current = false;
    };
  }, [api, field]);
  return found?.field === field ? found.values : NONE;
}

const NONE: readonly Suggestion[] = [];

function read(api: Pick<Api, 'readSuggestions'>, field: string): Promise<Suggestion[]> {
  const answers = kept.get(api) ?? new Map<string, Promise<Suggestion[]>>();
  kept.set(api, answers);
  const known = answers.get(field);
  if (known) return known;
  const asked = api.readSuggestions(field).then(({ values }) => values);
  answers.set(field, asked);
  asked.catch(() => answers.delete(field));
  return asked;
}
