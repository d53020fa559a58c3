import { useEffect, useState } from 'react';
import type { Api } from '../api.ts';
import { missingIn, type Timing } from './timing.ts';

/** A change rests for this long before the server is asked. */
const PAUSE_MS = 250;
/** Browsers' timers take no more. */
const LONGEST_MS = 3_600_000;

/**
 * When an event that came now would be posted: undefined where that is at once or not known yet, `failed` when
 * the server does not say. Asked anew when that moment has come.
 */
export function useNextPost(api: Pick<Api, 'nextPost'>, timing: Timing): Date | 'failed' | undefined {
  const atOnce = timing.schedule.kind === 'immediately' && timing.quietHours === undefined;
  const asked = atOnce || missingIn(timing).length > 0 ? '' : JSON.stringify(timing);
  const [round, setRound] = useState(0);
  const [answer, setAnswer] = useState<{ asked: string; next: Date | 'failed' }>();

  // biome-ignore lint/correctness/useExhaustiveDependencies: a new round asks the same anew.
  useEffect(() => {
    if (asked === '') return;
    const control = new AbortController();
    let timer = setTimeout(() => {
      api.nextPost(JSON.parse(asked), control.signal).then(
        ({ at }) => {
          if (control.signal.aborted) return;
          const next = new Date(at);
          setAnswer({ asked, next });
          const waitMs = Math.max(next.getTime() - Date.now(), 30_000);
          timer = setTimeout(() => setRound((last) => last + 1), Math.min(waitMs, LONGEST_MS));
        },
        () => {
          if (!control.signal.aborted) setAnswer({ asked, next: 'failed' });
        },
      );
    }, PAUSE_MS);
    return () => {
      clearTimeout(timer);
      control.abort();
    };
  }, [api, asked, round]);

  return answer?.asked === asked ? answer.next : undefined;
}
