import { type ReactNode, useEffect, useState } from 'react';
import type { Configuration } from '../../../server/configurations/schema.ts';
import { useMoment } from '../moment.ts';
import { Notice } from '../notice.tsx';
import { isPauseOver } from './pause-over.ts';
import { usePauseWords } from './words.ts';

interface PausedNoticeProps {
  configuration: Configuration;
  actions?: ReactNode;
}

/** Says until when a channel is paused, and what then becomes of what waited. */
export function PausedNotice({ configuration, actions }: PausedNoticeProps) {
  const { pausedUntil, onResume = 'catch_up' } = configuration;
  const words = usePauseWords();
  const moment = useMoment();
  if (usePauseOver(configuration)) return <Notice intent="info">{words.over}</Notice>;
  return (
    <Notice intent="warning" title={words.pausedTitle} actions={actions}>
      {pausedUntil === undefined ? words.untilResumed : words.until(moment(pausedUntil))}{' '}
      {words.afterPause[onResume]}
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
