import { useState } from 'react';
import type { Configuration } from '../../../server/configurations/schema.ts';
import type { Api } from '../api.ts';
import { useAnnounce } from '../live-region.tsx';
import { PlainButton } from '../plain-button.tsx';
import { PausePanel } from './pause-panel.tsx';
import { PausedNotice } from './paused-notice.tsx';
import { ResumePanel } from './resume-panel.tsx';
import { usePauseWords } from './words.ts';

interface PausedHereProps {
  configuration: Configuration;
  api: Api;
  /** The pause was ended or changed. */
  onChanged(): void;
}

/** A pause, and the ways to end or change it. */
export function PausedHere({ configuration, api, onChanged }: PausedHereProps) {
  const words = usePauseWords();
  const announce = useAnnounce();
  const [asking, setAsking] = useState<'resume' | 'pause'>();
  const close = () => setAsking(undefined);
  const done = (said: string) => () => {
    close();
    announce(said);
    onChanged();
  };
  const shared = { configuration, api, onClose: close };
  return (
    <>
      <PausedNotice
        configuration={configuration}
        actions={
          asking === undefined && (
            <>
              <PlainButton onClick={() => setAsking('resume')}>{words.resumeDots}</PlainButton>
              <PlainButton onClick={() => setAsking('pause')}>{words.changePause}</PlainButton>
            </>
          )
        }
      />
      {asking === 'resume' && <ResumePanel {...shared} onDone={done(words.resumed)} />}
      {asking === 'pause' && <PausePanel {...shared} onDone={done(words.paused)} />}
    </>
  );
}
