import { useEffect, useRef, useState } from 'react';
import { FailureNotice } from '../shared/failure-notice.tsx';
import { notifyReady } from '../shared/host.ts';
import { useSpeech } from '../shared/language.ts';
import { Layout } from '../shared/layout.tsx';
import { Loading } from '../shared/loading.tsx';
import type { PageProps } from '../shared/page.tsx';
import { useLoad } from '../shared/use-load.ts';
import { ConfigForm } from './config-form.tsx';
import { dialogAt } from './dialog.ts';
import { listenToHost, type SaveWork } from './host-requests.ts';
import { openConfiguration } from './open-configuration.ts';

/** What a channel gets, to be set up or changed: for connector dialogs and tabs' settings alike. */
export function ConfigPage({ place, api }: PageProps) {
  const { language, words } = useSpeech();
  const saveWork = useRef<SaveWork>(undefined);
  const [dialog] = useState(() => dialogAt(window.location.search));
  const [opening, reopen] = useLoad(async () => {
    if (dialog.own === undefined) listenToHost(api, () => saveWork.current, words);
    return openConfiguration(api, dialog, place, language);
  });

  const loading = opening.status === 'loading';
  useEffect(() => {
    if (!loading) notifyReady();
  }, [loading]);

  if (opening.status === 'loading') return <Loading />;
  return (
    <Layout>
      {opening.status === 'failed' ? (
        <FailureNotice error={opening.error} api={api} retry={reopen} whole />
      ) : (
        <ConfigForm opening={opening.value} api={api} saveWork={saveWork} dialog={dialog} />
      )}
    </Layout>
  );
}
