import { makeStyles } from '@fluentui/react-components';
import { createContext, type ReactNode, useCallback, useContext, useState } from 'react';

const AnnounceContext = createContext<(text: string) => void>(() => undefined);

const useStyles = makeStyles({
  unseen: {
    position: 'absolute',
    width: '1px',
    height: '1px',
    overflow: 'hidden',
    clipPath: 'inset(50%)',
    whiteSpace: 'nowrap',
  },
});

/** Gives everything inside it `useAnnounce`. */
export function LiveRegion({ children }: { children: ReactNode }) {
  const styles = useStyles();
  const [text, setText] = useState('');
  // A region that does not change is not read out, so the same words again get an invisible difference.
  const announce = useCallback(
    (next: string) => setText((now) => (now === next ? `${next}\u00a0` : next)),
    [],
  );
  return (
    <AnnounceContext value={announce}>
      {children}
      <div role="status" aria-live="polite" className={styles.unseen}>
        {text}
      </div>
    </AnnounceContext>
  );
}

/** Has screen readers say something that is seen by other means; they finish their sentence first. */
export function useAnnounce(): (text: string) => void {
  return useContext(AnnounceContext);
}
