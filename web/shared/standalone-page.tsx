import { type ReactNode, useEffect, useState } from 'react';
import { type Speech, tongueFor } from './language.ts';
import { PageFrame } from './page-frame.tsx';

interface StandalonePageProps {
  title(speech: Speech): string;
  children: ReactNode;
}

const DARK = '(prefers-color-scheme: dark)';

/** The root of pages that have no host: they look and speak as the address says, or as the browser is set. */
export function StandalonePage({ title, children }: StandalonePageProps) {
  const [dark, setDark] = useState(() => window.matchMedia(DARK).matches);
  useEffect(() => {
    const preference = window.matchMedia(DARK);
    const follow = () => setDark(preference.matches);
    preference.addEventListener('change', follow);
    return () => preference.removeEventListener('change', follow);
  }, []);
  const query = new URLSearchParams(window.location.search);
  return (
    <PageFrame
      tongue={tongueFor(query.get('locale'), navigator.language)}
      theme={query.get('theme') ?? (dark ? 'dark' : 'default')}
      title={title}
    >
      {children}
    </PageFrame>
  );
}
