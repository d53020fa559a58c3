import { Button, FluentProvider, makeStyles } from '@fluentui/react-components';
import { lazy, type ReactNode, Suspense, useEffect, useState } from 'react';
import { type Api, createApi } from './api.ts';
import { ErrorBoundary } from './error-boundary.tsx';
import { explain } from './explain.ts';
import { type HostPlace, readToken } from './host.ts';
import { SpeechContext, tongueFor, useSpeechOf, useWords } from './language.ts';
import { Layout } from './layout.tsx';
import { LiveRegion } from './live-region.tsx';
import { Loading, LoadingBars } from './loading.tsx';
import type { Words } from './locales/en.ts';
import { Notice } from './notice.tsx';
import { useTheme } from './theme.ts';
import { type HostState, useHost } from './use-host.ts';

/** What a page works with once the host has answered. */
export interface PageProps {
  place: HostPlace;
  api: Api;
}

interface RootProps {
  title(words: Words): string;
  children(props: PageProps): ReactNode;
}

/** Hardly anybody sees it, so it does not weigh on the first load. */
const Outside = lazy(async () => ({ default: (await import('./outside.tsx')).Outside }));

const useStyles = makeStyles({ root: { minHeight: '100vh' } });

/** The root of every page inside Teams: finds the host, and gives theme, language and live region. */
export function Page({ title, children }: RootProps) {
  const styles = useStyles();
  const { host, theme: themeName } = useHost();
  const [api] = useState(() => createApi(readToken));
  // Before the host has answered, the address may carry what it will say: this avoids a flash.
  const query = new URLSearchParams(window.location.search);
  const hostLocale = host.status === 'connected' ? host.place.locale : undefined;
  const speech = useSpeechOf(tongueFor(hostLocale, query.get('locale'), navigator.language));
  const pageTitle = speech && title(speech.words);
  const language = speech?.language;
  const theme = useTheme(themeName ?? query.get('theme') ?? undefined);

  useEffect(() => {
    if (language === undefined || pageTitle === undefined) return;
    document.documentElement.lang = language;
    document.title = pageTitle;
  }, [language, pageTitle]);

  // Without looks or words yet: the bars have neither.
  if (theme === undefined || speech === undefined) return <LoadingBars />;
  return (
    <FluentProvider className={styles.root} theme={theme}>
      <SpeechContext value={speech}>
        <LiveRegion>
          <ErrorBoundary fallback={<Crashed />}>
            {host.status === 'connected' ? (
              children({ place: host.place, api })
            ) : (
              <BeforeHost host={host} api={api} />
            )}
          </ErrorBoundary>
        </LiveRegion>
      </SpeechContext>
    </FluentProvider>
  );
}

function BeforeHost({ host, api }: { host: Exclude<HostState, { status: 'connected' }>; api: Api }) {
  const words = useWords();
  if (host.status === 'outside') {
    return (
      <Suspense fallback={<Loading />}>
        <Outside api={api} />
      </Suspense>
    );
  }
  if (host.status === 'connecting' && !host.late) return <Loading />;
  return (
    <Layout>
      {host.status === 'failed' ? (
        <Notice intent="error" title={words.common.failedTitle} actions={<LoadAgain />}>
          {explain(host.error, words).what}
        </Notice>
      ) : (
        <Notice intent="warning" title={words.common.lateTitle} actions={<LoadAgain />}>
          {words.common.late}
        </Notice>
      )}
    </Layout>
  );
}

function Crashed() {
  const { common } = useWords();
  return (
    <Layout>
      <Notice intent="error" title={common.crashedTitle} actions={<LoadAgain />}>
        {common.crashed}
      </Notice>
    </Layout>
  );
}

/** The SDK greets the host only once, so a new beginning needs a new page. */
function LoadAgain() {
  const { common } = useWords();
  return <Button onClick={() => window.location.reload()}>{common.loadAgain}</Button>;
}
