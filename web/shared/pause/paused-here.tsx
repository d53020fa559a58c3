import { useState } from 'react';
import type { Configuration } from '../../../server/configurations/schema.ts';
import type { Api } from '../api.ts';
import { useAnnounce } from '../live-region.tsx';
import { PlainButton } from '../plain-button.tsx';
import { PausedNotice } from './paused-notice.tsx';
import { ResumePanel } from './resume-panel.tsx';
import { usePauseWords } from './words.ts';

interface PausedHereProps {
  configuration: Configuration;
  api: Api;
  onResumed(): void;
}

/** A pause, and the way out of it. */
export function PausedHere({ configuration, api, onResumed }: PausedHereProps) {
  const words = usePauseWords();
  const announce = useAnnounce();
  const [asking, setAsking] = useState(false);
  const done = () => {
    setAsking(false);
    announce(words.resumed);
    onResumed();
  };
  return (
    <>
      <PausedNotice
        configuration={configuration}
        actions={
          asking ? undefined : <PlainButton onClick={() => setAsking(true)}>{words.resumeDots}</PlainButton>
        }
      />
      {asking && (
        <ResumePanel configuration={configuration} api={api} onDone={done} onClose={() => setAsking(false)} />
      )}
    </>
  );
}
