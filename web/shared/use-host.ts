import { useEffect, useState } from 'react';
import { connect, type HostPlace, onThemeChange } from './host.ts';
import { HostError } from './host-error.ts';

export type HostState =
  | { status: 'connecting'; late: boolean }
  | { status: 'outside' }
  | { status: 'failed'; error: unknown }
  | { status: 'connected'; place: HostPlace };

/** Finds the host, once, and follows its theme. */
export function useHost(): { host: HostState; theme: string | undefined } {
  const [host, setHost] = useState<HostState>({ status: 'connecting', late: false });
  const [theme, setTheme] = useState<string>();

  useEffect(() => {
    let current = true;
    const settle = (next: HostState) => {
      if (current) setHost(next);
    };
    connect(() => settle({ status: 'connecting', late: true })).then(
      (place) => {
        settle({ status: 'connected', place });
        if (!current) return;
        setTheme(place.theme);
        onThemeChange(setTheme);
      },
      (error: unknown) => {
        const outside = error instanceof HostError && error.code === 'not-in-host';
        settle(outside ? { status: 'outside' } : { status: 'failed', error });
      },
    );
    return () => {
      current = false;
    };
  }, []);

  return { host, theme };
}
