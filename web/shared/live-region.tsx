import { createContext, type ReactNode, useCallback, useContext, useState } from 'react';
import { useUnseen } from './use-unseen.ts';

const AnnounceContext = createContext<(text: string) => void>(() => undefined);

/** Gives everything inside it `useAnnounce`. */
export function LiveRegion({ children }: { children: ReactNode }) {
  const unseen = useUnseen();
  const [text, setText] = useState('');
  // A region that does not change is not read out, so the same words again get an invisible difference.
  const announce = useCallback(
    (next: string) => setText((now) => (now === next ? `${next}\u00a0` : next)),
    [],
  );
  return (
    <AnnounceContext value={announce}>
      {children}
      <div role="status" aria-live="polite" className={unseen}>
        {text}
      </div>
    </AnnounceContext>
  );
}

/** Has screen readers say something that is seen by other means; they finish their sentence first. */
export function useAnnounce(): (text: string) => void {
  return useContext(AnnounceContext);
}
