import { useEffect, useEffectEvent, useState, useSyncExternalStore } from 'react';
import type { Api } from '../shared/api.ts';
import type { News } from '../shared/channel-api.ts';
import { useOnline } from '../shared/use-online.ts';
import { followChannel, type Liveness } from './follow-channel.ts';

/**
 * Follows a channel while somebody looks: a page in the background needs no news, and browsers open only a few
 * connections to a server.
 */
export function useFollow(api: Api, id: string, onNews: (news: News) => void): Liveness | 'offline' {
  const [liveness, setLiveness] = useState<Liveness>('connecting');
  const [online, seen] = [useOnline(), useSeen()];
  const take = useEffectEvent(onNews);

  useEffect(() => {
    if (!online || !seen) return;
    const control = new AbortController();
    const { signal } = control;
    const ports = {
      follow: api.follow,
      onNews: (news: News) => {
        if (!signal.aborted) take(news);
      },
      onLiveness: (next: Liveness) => {
        if (!signal.aborted) setLiveness(next);
      },
      random: Math.random,
    };
    void followChannel(id, ports, signal);
    return () => control.abort();
  }, [api, id, online, seen]);

  return online ? liveness : 'offline';
}

/** Whether anybody can see the page. */
function useSeen(): boolean {
  return useSyncExternalStore(
    (changed) => {
      document.addEventListener('visibilitychange', changed);
      return () => document.removeEventListener('visibilitychange', changed);
    },
    () => document.visibilityState !== 'hidden',
  );
}
