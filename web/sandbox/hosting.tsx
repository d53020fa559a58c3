import { createContext, type ReactNode, useContext } from 'react';
import type { SandboxChannel, SandboxPerson, SandboxState } from '../../server/sandbox/schema.ts';
import type { AppLocation } from './app.ts';
import type { HostTheme, Place } from './host/context.ts';
import type { LogEntry } from './host/log.ts';
import type { Quirk } from './host/quirks.ts';
import type { SignOn } from './preferences.ts';

/** What every embedded page is told, and where its messages are written down. */
export interface Hosting {
  app: AppLocation;
  tenantId: string;
  team: SandboxState['team'];
  person: SandboxPerson;
  theme: HostTheme;
  /** A language tag such as `fr-FR`. */
  locale: string;
  sessionId: string;
  signOn: SignOn;
  quirks: ReadonlySet<Quirk>;
  log(entry: Omit<LogEntry, 'number' | 'time'>): void;
}

const HostingContext = createContext<Hosting | undefined>(undefined);

export function HostingProvider(props: { hosting: Hosting; children: ReactNode }) {
  return <HostingContext value={props.hosting}>{props.children}</HostingContext>;
}

export function useHosting(): Hosting {
  const hosting = useContext(HostingContext);
  if (!hosting) throw new Error('useHosting is used outside HostingProvider');
  return hosting;
}

/** The place of a page in this channel; `entityId` is what the page called its own entity. */
export function placeIn(hosting: Hosting, channel: SandboxChannel, entityId = ''): Place {
  const { theme, locale, tenantId, team, person, sessionId } = hosting;
  return { theme, locale, tenantId, team, person, sessionId, channel, entityId };
}
