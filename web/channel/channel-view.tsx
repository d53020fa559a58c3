import { lazy, Suspense, useState } from 'react';
import type { Configuration } from '../../server/configurations/schema.ts';
import type { Api } from '../shared/api.ts';
import type { News } from '../shared/channel-api.ts';
import { eventTitles } from '../shared/event-titles.ts';
import { FailureNotice } from '../shared/failure-notice.tsx';
import { useSpeech } from '../shared/language.ts';
import { useAnnounce } from '../shared/live-region.tsx';
import { LoadingPart } from '../shared/loading.tsx';
import { OfflineNotice } from '../shared/offline-notice.tsx';
import { ChannelActions } from './channel-actions.tsx';
import { ChannelSummary, ChannelTitle } from './channel-summary.tsx';
import { DeliveryList } from './delivery-list.tsx';
import { Disclosure } from './disclosure.tsx';
import { LiveStatus } from './live-status.tsx';
import { countNew, mergeNews } from './merge-news.ts';
import { type ChannelState, readChannel } from './read-channel.ts';
import { RemovedNotice } from './removed-notice.tsx';
import { StateNotice } from './state-notice.tsx';
import { useFollow } from './use-follow.ts';
import { wishOf } from './wish.ts';
import { useChannelWords } from './words.ts';

/** For those who follow a link on a card. */
const WishCard = lazy(async () => ({ default: (await import('./wish-card.tsx')).WishCard }));
/** Asked only by those who miss something. */
const WhyNot = lazy(async () => ({ default: (await import('./why-not.tsx')).WhyNot }));

interface ChannelViewProps {
  opened: ChannelState;
  api: Api;
}

/** Shows the channel and follows it; reads it anew, or further back, when asked. What is shown stays until then. */
export function ChannelView({ opened, api }: ChannelViewProps) {
  const { language } = useSpeech();
  const words = useChannelWords();
  const announce = useAnnounce();
  const [channel, setChannel] = useState(opened);
  const [wish] = useState(() => wishOf(window.location.search));
  const [busy, setBusy] = useState(false);
  const [failed, setFailed] = useState<{ error: unknown; retry(): void }>();
  const { configuration, offer, deliveries } = channel;
  const events = eventTitles(configuration.eventTypes, offer);

  const takeNews = (news: News) => {
    const count = countNew(deliveries, news.deliveries);
    if (count > 0) announce(words.live.news(count));
    setChannel((now) => ({
      ...now,
      // What was changed on this very page may be newer than the news.
      configuration:
        news.configuration.version < now.configuration.version ? now.configuration : news.configuration,
      deliveries: mergeNews(now.deliveries, news.deliveries),
    }));
  };
  const liveness = useFollow(api, configuration.id, takeNews);

  const change = (changed: Configuration) => setChannel((now) => ({ ...now, configuration: changed }));
  const run = async (
    read: () => Promise<ChannelState>,
    retry: () => void,
    say?: (newest: ChannelState) => string,
  ) => {
    setBusy(true);
    try {
      const newest = await read();
      setChannel(newest);
      setFailed(undefined);
      if (say !== undefined) announce(say(newest));
    } catch (error) {
      setFailed({ error, retry });
    } finally {
      setBusy(false);
    }
  };
  const count = (newest: ChannelState) => words.refreshed(newest.deliveries.items.length);
  const readAnew = async () => (await readChannel(api, language)) ?? removed(channel);
  const refresh = () => run(readAnew, refresh, count);
  /** After something was done here, which says so itself. */
  const follow = () => run(readAnew, follow);
  const more = () =>
    run(
      async () => {
        const older = await api.readDeliveries(configuration.id, deliveries.next);
        return { ...channel, deliveries: { ...older, items: [...deliveries.items, ...older.items] } };
      },
      more,
      count,
    );

  return (
    <>
      <OfflineNotice />
      {failed !== undefined && <FailureNotice error={failed.error} api={api} retry={failed.retry} />}
      {wish !== undefined && (
        <Suspense fallback={<LoadingPart />}>
          <WishCard
            wish={wish}
            title={wish.do === 'mute' ? (eventTitles([wish.type], offer)[0] ?? wish.type) : ''}
            configuration={configuration}
            api={api}
            onChange={change}
          />
        </Suspense>
      )}
      <ChannelTitle name={configuration.name} state={configuration.state} />
      {configuration.state === 'removed' ? (
        <RemovedNotice
          configuration={configuration}
          keptDays={offer.limits.keptDays}
          api={api}
          onRestored={change}
        />
      ) : (
        <>
          <StateNotice configuration={configuration} />
          <ChannelActions
            configuration={configuration}
            events={events}
            waiting={deliveries.waiting}
            keptDays={offer.limits.keptDays}
            api={api}
            onChange={change}
            onChanged={follow}
          />
        </>
      )}
      <ChannelSummary configuration={configuration} events={events} api={api} />
      <Disclosure title={words.why.title}>
        <WhyNot configurationId={configuration.id} offer={offer} api={api} />
      </Disclosure>
      <DeliveryList
        configuration={configuration}
        deliveries={deliveries}
        api={api}
        busy={busy}
        status={<LiveStatus liveness={liveness} />}
        onRefresh={refresh}
        onChanged={follow}
        onMore={deliveries.next === undefined ? undefined : more}
      />
    </>
  );
}

/** Its time was over while it was being looked at. */
function removed(channel: ChannelState): ChannelState {
  return { ...channel, configuration: { ...channel.configuration, state: 'removed' } };
}
