import { useEffect, useEffectEvent, useRef } from 'react';

/** People type the next letter within this time. */
const REST_MS = 300;

/** Calls `use` with what was typed, once it has rested; not with what was there at first. */
export function useRested(text: string, use: (text: string) => void): void {
  const first = useRef(text);
  const act = useEffectEvent(use);
  useEffect(() => {
    if (text === first.current) return;
    const timer = setTimeout(() => {
      first.current = text;
      act(text);
    }, REST_MS);
    return () => clearTimeout(timer);
  }, [text]);
}
