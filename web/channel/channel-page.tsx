import { useEffect } from 'react';
import { FailureNotice } from '../shared/failure-notice.tsx';
import { notifyReady } from '../shared/host.ts';
import { useSpeech } from '../shared/language.ts';
import { Layout } from '../shared/layout.tsx';
import { Loading } from '../shared/loading.tsx';
import type { PageProps } from '../shared/page.tsx';
import { PageState } from '../shared/page-state.tsx';
import { useLoad } from '../shared/use-load.ts';
import { ChannelView } from './channel-view.tsx';
import { readChannel } from './read-channel.ts';
import { useChannelWords } from './words.ts';

/** The tab's content: what the channel gets, and what became of the newest events. */
export function ChannelPage({ api }: PageProps) {
  const { language } = useSpeech();
  const words = useChannelWords();
  const [channel, reload] = useLoad(() => readChannel(api, language));

  const loading = channel.status === 'loading';
  useEffect(() => {
    if (!loading) notifyReady();
  }, [loading]);

  if (channel.status === 'loading') return <Loading />;
  return (
    <Layout>
      {channel.status === 'failed' && <FailureNotice error={channel.error} api={api} retry={reload} whole />}
      {channel.status === 'loaded' && channel.value === undefined && (
        <PageState intent="warning" title={words.goneTitle}>
          {words.gone}
        </PageState>
      )}
      {channel.status === 'loaded' && channel.value !== undefined && (
        <ChannelView opened={channel.value} api={api} />
      )}
    </Layout>
  );
}
