import { useState } from 'react';
import type { Api } from '../shared/api.ts';
import { eventTitles } from '../shared/event-titles.ts';
import { FailureNotice } from '../shared/failure-notice.tsx';
import { useSpeech } from '../shared/language.ts';
import { useAnnounce } from '../shared/live-region.tsx';
import { OfflineNotice } from '../shared/offline-notice.tsx';
import { ChannelSummary } from './channel-summary.tsx';
import { DeliveryList } from './delivery-list.tsx';
import { type ChannelState, readChannel } from './read-channel.ts';
import { wishOf } from './wish.ts';
import { WishCard } from './wish-card.tsx';

interface ChannelViewProps {
  opened: ChannelState;
  api: Api;
}

/** Shows the channel and reads it anew, or further back, when asked; what is shown stays until then. */
export function ChannelView({ opened, api }: ChannelViewProps) {
  const { language, words } = useSpeech();
  const announce = useAnnounce();
  const [channel, setChannel] = useState(opened);
  const [wish] = useState(() => wishOf(window.location.search));
  const [busy, setBusy] = useState(false);
  const [failed, setFailed] = useState<{ error: unknown; retry(): void }>();
  const { items, next } = channel.deliveries;

  const run = async (read: () => Promise<ChannelState>, retry: () => void) => {
    setBusy(true);
    try {
      const newest = await read();
      setChannel(newest);
      setFailed(undefined);
      announce(words.channel.refreshed(newest.deliveries.items.length));
    } catch (error) {
      setFailed({ error, retry });
    } finally {
      setBusy(false);
    }
  };
  const refresh = () => run(async () => (await readChannel(api, language)) ?? removed(channel), refresh);
  const more = () =>
    run(async () => {
      const older = await api.readDeliveries(channel.configuration.id, next);
      return { ...channel, deliveries: { ...older, items: [...items, ...older.items] } };
    }, more);

  return (
    <>
      <OfflineNotice />
      {failed !== undefined && <FailureNotice error={failed.error} api={api} retry={failed.retry} />}
      {wish !== undefined && (
        <WishCard
          wish={wish}
          title={wish.do === 'mute' ? (eventTitles([wish.type], channel.offer)[0] ?? wish.type) : ''}
          configuration={channel.configuration}
          api={api}
          onChange={(configuration) => setChannel((now) => ({ ...now, configuration }))}
        />
      )}
      <ChannelSummary
        configuration={channel.configuration}
        events={eventTitles(channel.configuration.eventTypes, channel.offer)}
      />
      <DeliveryList
        deliveries={items}
        busy={busy}
        onRefresh={refresh}
        onMore={next === undefined ? undefined : more}
      />
    </>
  );
}

/** Removed while it was being looked at. */
function removed(channel: ChannelState): ChannelState {
  return { ...channel, configuration: { ...channel.configuration, state: 'removed' } };
}
