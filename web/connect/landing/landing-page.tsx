import { FailedNotice } from '../../shared/failed-notice.tsx';
import { useSpeech } from '../../shared/language.ts';
import { Layout } from '../../shared/layout.tsx';
import { Loading } from '../../shared/loading.tsx';
import { useLoad } from '../../shared/use-load.ts';
import type { ConnectApi } from '../connect-api.ts';
import { isOff, OffState } from '../off-state.tsx';
import { Landing } from './landing.tsx';

interface LandingPageProps {
  api: ConnectApi;
  /** Takes the browser to another site. */
  leave(address: string): void;
}

/** Where people begin: explains, lets them choose events, and leads to Microsoft. */
export function LandingPage({ api, leave }: LandingPageProps) {
  const { language, words } = useSpeech();
  const [opening, reload] = useLoad(async () => {
    // The session first: without Connect to Office 365 there is nothing to choose.
    const session = await api.readSession();
    return { session, offer: await api.readConnector(language) };
  });
  if (opening.status === 'loading') return <Loading />;
  return (
    <Layout>
      {opening.status === 'loaded' ? (
        <Landing api={api} leave={leave} {...opening.value} />
      ) : isOff(opening.error) ? (
        <OffState />
      ) : (
        <FailedNotice error={opening.error} title={words.common.failedTitle} retry={reload} whole />
      )}
    </Layout>
  );
}
