import { FailedNotice } from '../../shared/failed-notice.tsx';
import { useSpeech } from '../../shared/language.ts';
import { Layout } from '../../shared/layout.tsx';
import { Loading } from '../../shared/loading.tsx';
import { useLoad } from '../../shared/use-load.ts';
import type { ConnectApi, PersonApi } from '../connect-api.ts';
import { isOff, OffState } from '../off-state.tsx';
import { Done } from './done.tsx';

/** Where people come back to, and later change what they connected. */
export function DonePage({ api, person }: { api: ConnectApi; person: PersonApi }) {
  const { language, words } = useSpeech();
  const [opening, reload] = useLoad(async () => {
    const [session, offer] = await Promise.all([api.readSession(), api.readConnector(language)]);
    return { session, offer };
  });
  if (opening.status === 'loading') return <Loading />;
  return (
    <Layout>
      {opening.status === 'loaded' ? (
        <Done api={api} person={person} {...opening.value} />
      ) : isOff(opening.error) ? (
        <OffState />
      ) : (
        <FailedNotice error={opening.error} title={words.common.failedTitle} retry={reload} whole />
      )}
    </Layout>
  );
}
