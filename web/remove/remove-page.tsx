import { Text } from '@fluentui/react-components';
import { useEffect, useState } from 'react';
import { FailureNotice } from '../shared/failure-notice.tsx';
import { Heading } from '../shared/heading.tsx';
import { notifyReady } from '../shared/host.ts';
import { useSpeech } from '../shared/language.ts';
import { Layout } from '../shared/layout.tsx';
import { Loading } from '../shared/loading.tsx';
import { Notice } from '../shared/notice.tsx';
import type { PageProps } from '../shared/page.tsx';
import { useLoad } from '../shared/use-load.ts';
import { listenToRemoval, type RemovalPhase } from './listen-to-removal.ts';
import { StopsList } from './stops-list.tsx';
import { readWhatStops } from './what-stops.ts';

/** What a host shows before it removes a tab. The button is the host's. */
export function RemovePage({ api }: PageProps) {
  const { language, words } = useSpeech();
  const { remove } = words;
  const [phase, setPhase] = useState<RemovalPhase>('asking');
  const [stops, reload] = useLoad(async () => {
    listenToRemoval(api, setPhase, words);
    return readWhatStops(api, language);
  });

  const loading = stops.status === 'loading';
  useEffect(() => {
    if (!loading) notifyReady();
  }, [loading]);

  if (stops.status === 'loading') return <Loading />;
  return (
    <Layout>
      {phase === 'failed' && <Notice intent="error">{remove.failed}</Notice>}
      {stops.status === 'loaded' && stops.value !== undefined && <StopsList {...stops.value} />}
      {stops.status === 'loaded' && stops.value === undefined && (
        <Heading title={remove.headingUnknown}>{remove.nothing}</Heading>
      )}
      {stops.status === 'failed' && (
        <>
          <Heading title={remove.headingUnknown}>{remove.unread}</Heading>
          <FailureNotice error={stops.error} api={api} retry={reload} />
        </>
      )}
      <Text role="status">
        {phase === 'removing' && remove.removing}
        {phase === 'removed' && remove.removed}
      </Text>
    </Layout>
  );
}
