import { useEffect } from 'react';
import type { Api } from '../shared/api.ts';
import { ApiError, isGone } from '../shared/api-error.ts';
import { configurationId } from '../shared/configuration-id.ts';
import { FailureNotice } from '../shared/failure-notice.tsx';
import { notifyReady } from '../shared/host.ts';
import { Layout } from '../shared/layout.tsx';
import { Loading } from '../shared/loading.tsx';
import type { PageProps } from '../shared/page.tsx';
import { PageState } from '../shared/page-state.tsx';
import { useLoad } from '../shared/use-load.ts';
import { EventView } from './event-view.tsx';
import { useEventWords } from './words.ts';

/** What a card's "See the whole event" leads to. */
export function EventPage({ api }: PageProps) {
  const words = useEventWords();
  const [event, reload] = useLoad(() => readEvent(api));

  const loading = event.status === 'loading';
  useEffect(() => {
    if (!loading) notifyReady();
  }, [loading]);

  if (event.status === 'loading') return <Loading />;
  return (
    <Layout>
      {event.status === 'failed' && <FailureNotice error={event.error} api={api} retry={reload} whole />}
      {event.status === 'loaded' && event.value === undefined && (
        <PageState intent="warning" title={words.goneTitle}>
          {words.gone}
        </PageState>
      )}
      {event.status === 'loaded' && event.value !== undefined && <EventView {...event.value} />}
    </Layout>
  );
}

/** Nothing when the server has no such event for this channel (any more). */
async function readEvent(api: Api) {
  const id = await configurationId();
  const number = new URLSearchParams(window.location.search).get('event') ?? '';
  // What is no number would be another path of the server's.
  if (id === undefined || !/^\d+$/.test(number)) return undefined;
  try {
    return { configurationId: id, event: await api.readEvent(id, number) };
  } catch (error) {
    if (isGone(error) || (error instanceof ApiError && error.code === 'event-not-found')) return undefined;
    throw error;
  }
}
