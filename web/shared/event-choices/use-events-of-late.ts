import { useEffect, useState } from 'react';
import type { ActivityAnswer } from '../../../server/lookback/schema.ts';
import type { Api } from '../api.ts';

/** How often each event type came in the last days. */
export type EventsOfLate = ActivityAnswer;

/** Undefined until it is known, and for good when it cannot be read. Fails open: choosing needs no counts. */
export function useEventsOfLate(api: Pick<Api, 'readActivity'>): EventsOfLate | undefined {
  const [ofLate, setOfLate] = useState<EventsOfLate>();
  useEffect(() => {
    const control = new AbortController();
    api.readActivity(control.signal).then(
      (answer) => !control.signal.aborted && setOfLate(answer),
      () => undefined,
    );
    return () => control.abort();
  }, [api]);
  return ofLate;
}
