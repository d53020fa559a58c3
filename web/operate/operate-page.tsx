import { useState } from 'react';
import type { Overview } from '../../server/operate/figures-schema.ts';
import { surelyRefused } from '../shared/api-error.ts';
import { FailedNotice } from '../shared/failed-notice.tsx';
import { useWords } from '../shared/language.ts';
import { Layout } from '../shared/layout.tsx';
import { Loading } from '../shared/loading.tsx';
import { useLoad } from '../shared/use-load.ts';
import { keepKey, readKeptKey } from './kept-key.ts';
import { createOperateApi, type OperateApi } from './operate-api.ts';
import { Desk } from './shell/desk.tsx';
import { SignInForm } from './sign-in-form.tsx';

/** The operator's page: signs in with a key, which stays in this tab, and then shows everything. */
export function OperatePage() {
  const { common } = useWords();
  const [signedIn, setSignedIn] = useState<{ api: OperateApi; opened: Overview }>();
  const [refusal, setRefusal] = useState<unknown>();

  const leave = (error?: unknown) => {
    keepKey(undefined);
    setSignedIn(undefined);
    setRefusal(error);
  };
  const enter = async (key: string) => {
    const api = createOperateApi(key, leave);
    const opened = await api.readOverview();
    keepKey(key);
    setRefusal(undefined);
    setSignedIn({ api, opened });
  };
  const [kept, reload] = useLoad(async () => {
    const key = readKeptKey();
    if (key !== undefined) await enter(key);
  });

  if (signedIn) return <Desk {...signedIn} onSignOut={() => leave()} />;
  if (kept.status === 'loading') return <Loading />;
  return (
    <Layout>
      {kept.status === 'failed' && !surelyRefused(kept.error) && refusal === undefined ? (
        <FailedNotice error={kept.error} title={common.failedTitle} retry={reload} whole />
      ) : (
        <SignInForm refusal={refusal} onKey={enter} />
      )}
    </Layout>
  );
}
