import { useEffect, useState } from 'react';
import type { Configuration } from '../../server/configurations/schema.ts';
import { useWords } from '../shared/language.ts';
import { useMoment } from '../shared/moment.ts';
import { Notice } from '../shared/notice.tsx';
import { isPauseOver } from '../shared/pause/pause-over.ts';
import { usePauseWords } from '../shared/pause/words.ts';
import { useChannelWords } from './words.ts';

/** Why nothing is posted, when that is so, and until when. */
export function StateNotice({ configuration }: { configuration: Configuration }) {
  const { state, stateReason, pausedUntil, onResume = 'catch_up', brokenAt } = configuration;
  const { channel } = useWords();
  const { broken } = useChannelWords();
  const pause = usePauseWords();
  const moment = useMoment();
  const over = usePauseOver(configuration);
  if (state === 'broken') {
    return (
      <Notice intent="error" title={broken.title}>
        {stateReason !== undefined && <div>{channel.destinationSays(stateReason)}</div>}
        <div>
          {broken.body} {brokenAt !== undefined && broken.since(moment(brokenAt))}
        </div>
      </Notice>
    );
  }
  if (state !== 'paused') return null;
  if (over) return <Notice intent="info">{pause.over}</Notice>;
  return (
    <Notice intent="warning" title={pause.pausedTitle}>
      {pausedUntil === undefined ? pause.untilResumed : pause.until(moment(pausedUntil))}{' '}
      {pause.afterPause[onResume]}
    </Notice>
  );
}

/** setTimeout takes no more. */
const LONGEST_TIMER_MS = 2 ** 31 - 1;

/** Turns true at the end of the pause, also while somebody looks. */
function usePauseOver(configuration: Configuration): boolean {
  const [now, setNow] = useState(() => new Date());
  const { pausedUntil } = configuration;
  useEffect(() => {
    if (pausedUntil === undefined) return;
    const ms = new Date(pausedUntil).getTime() - Date.now();
    if (ms > LONGEST_TIMER_MS) return;
    const timer = setTimeout(() => setNow(new Date()), Math.max(0, ms));
    return () => clearTimeout(timer);
  }, [pausedUntil]);
  return isPauseOver(configuration, now);
}
