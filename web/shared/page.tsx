import { lazy, type ReactNode, Suspense, useState } from 'react';
import { type Api, createApi } from './api.ts';
import { explain } from './explain.ts';
import type { HostPlace } from './host.ts';
import { tongueFor, useWords } from './language.ts';
import { Layout } from './layout.tsx';
import { Loading } from './loading.tsx';
import type { Words } from './locales/en.ts';
import { LoadAgain, PageFrame } from './page-frame.tsx';
import { PageState } from './page-state.tsx';
import { createTokenSource } from './token-source.ts';
import { type HostState, useHost } from './use-host.ts';

/** What a page works with once the host has answered, or once it is known that there is none. */
export interface PageProps {
  place: HostPlace;
  api: Api;
}

interface RootProps {
  title(words: Words): string;
  children(props: PageProps): ReactNode;
  /** Whether the page, at this address, also works in a window of its own. */
  standsAlone?(query: URLSearchParams): boolean;
}

/** Hardly anybody sees it, so it does not weigh on the first load. */
const Outside = lazy(async () => ({ default: (await import('./outside.tsx')).Outside }));

/** The root of every page inside Teams: finds the host, and gives theme, language and live region. */
export function Page({ title, children, standsAlone = () => false }: RootProps) {
  const { host, theme } = useHost();
  const [api] = useState(() => createApi(createTokenSource()));
  // Before the host has answered, the address may carry what it will say: this avoids a flash.
  const query = new URLSearchParams(window.location.search);
  const hostLocale = host.status === 'connected' ? host.place.locale : undefined;
  const place = placeOf(host, standsAlone(query));
  return (
    <PageFrame
      tongue={tongueFor(hostLocale, query.get('locale'), navigator.language)}
      theme={theme ?? query.get('theme') ?? undefined}
      title={({ words }) => title(words)}
    >
      {place !== undefined ? children({ place, api }) : <BeforeHost host={host} api={api} />}
    </PageFrame>
  );
}

/** Where the page is, once it may begin. */
function placeOf(host: HostState, standsAlone: boolean): HostPlace | undefined {
  if (host.status === 'connected') return host.place;
  return host.status === 'outside' && standsAlone ? {} : undefined;
}

function BeforeHost({ host, api }: { host: HostState; api: Api }) {
  const words = useWords();
  if (host.status === 'outside') {
    return (
      <Suspense fallback={<Loading />}>
        <Outside api={api} />
      </Suspense>
    );
  }
  if (host.status !== 'failed' && !(host.status === 'connecting' && host.late)) return <Loading />;
  return (
    <Layout>
      {host.status === 'failed' ? (
        <PageState intent="error" title={words.common.failedTitle} actions={<LoadAgain />}>
          {explain(host.error, words).what}
        </PageState>
      ) : (
        <PageState intent="warning" title={words.common.lateTitle} actions={<LoadAgain />}>
          {words.common.late}
        </PageState>
      )}
    </Layout>
  );
}
