import { useCallback, useState } from 'react';
import { type LogEntry, withoutTokens } from './host/log.ts';

/** Entries that are kept; the oldest go first. */
const ENTRIES_KEPT = 500;

export interface ProtocolLog {
  entries: readonly LogEntry[];
  append(entry: Omit<LogEntry, 'number' | 'time'>): void;
  clear(): void;
}

/** Writes down what host and page say to each other; tokens are shortened before they are kept. */
export function useProtocolLog(): ProtocolLog {
  const [entries, setEntries] = useState<readonly LogEntry[]>([]);
  const append = useCallback<ProtocolLog['append']>((entry) => {
    const args = entry.args.map(withoutTokens);
    const time = Date.now();
    setEntries((known) => {
      const number = (known.at(-1)?.number ?? 0) + 1;
      return [...known.slice(1 - ENTRIES_KEPT), { ...entry, args, number, time }];
    });
  }, []);
  const clear = useCallback(() => setEntries([]), []);
  return { entries, append, clear };
}
