import { useEffect, useRef, useState } from 'react';
import type { BacktestAnswer, BacktestRequest } from '../../../server/lookback/schema.ts';
import type { Api } from '../../shared/api.ts';

/** Long enough for a word to be typed, short enough to seem at once. */
const REST_MS = 100;
/** What changes sooner after another change is typed: a single click is asked about at once. */
const TYPING_MS = 400;

/** What the last days would have brought, as far as it is known. */
export interface BacktestState {
  /** The newest answer; while the next one is on its way, it is of what was asked before. */
  answer: BacktestAnswer | undefined;
  /** Why the newest question has none. */
  error: unknown;
  asking: boolean;
}

const NOTHING: BacktestState = { answer: undefined, error: undefined, asking: false };

/**
 * Asks the server what the choice would have let pass, at each change; what was asked before is called off.
 * Nothing is asked while no event is chosen. `again` repeats a question that failed.
 */
export function useBacktest(
  api: Pick<Api, 'backtest'>,
  asked: BacktestRequest,
): [BacktestState, again: () => void] {
  const [state, setState] = useState<BacktestState>(NOTHING);
  const [round, setRound] = useState(0);
  // Whether it is another question is seen by its text.
  const question = JSON.stringify({ round, asked });
  const changedAt = useRef(Number.NEGATIVE_INFINITY);

  useEffect(() => {
    const body = (JSON.parse(question) as { asked: BacktestRequest }).asked;
    if (body.eventTypes.length === 0) return setState(NOTHING);
    const control = new AbortController();
    const settle = (next: Partial<BacktestState>) => {
      if (!control.signal.aborted) setState((now) => ({ ...now, asking: false, ...next }));
    };
    setState((now) => ({ ...now, asking: true }));
    const now = performance.now();
    const typed = now - changedAt.current < TYPING_MS;
    changedAt.current = now;
    const timer = setTimeout(
      () => {
        api.backtest(body, control.signal).then(
          (answer) => settle({ answer, error: undefined }),
          (error: unknown) => settle({ answer: undefined, error }),
        );
      },
      typed ? REST_MS : 0,
    );
    return () => {
      clearTimeout(timer);
      control.abort();
    };
  }, [api, question]);

  return [state, () => setRound((last) => last + 1)];
}
