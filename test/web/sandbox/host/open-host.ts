import { app } from '@microsoft/teams-js';
import { onTestFinished } from 'vitest';
import { flatContext, type Place } from '../../../../web/sandbox/host/context.ts';
import type { LogEntry } from '../../../../web/sandbox/host/log.ts';
import {
  createTeamsHost,
  type TeamsHost,
  type TeamsHostOptions,
} from '../../../../web/sandbox/host/teams-host.ts';
import { enterFrame, type FramedPage } from '../framed-page.ts';

export const PAGE_ORIGIN = 'https://app.example';

export const PLACE: Place = {
  theme: 'dark',
  locale: 'fr-FR',
  tenantId: 'tenant',
  person: { id: 'person', upn: 'ada@lighthouse.example' },
  team: { id: 'team', groupId: 'group', name: 'Lighthouse' },
  channel: { id: 'channel', name: 'Builds' },
  entityId: 'entity',
  sessionId: 'session',
};

/** A host with a page in its frame, and everything that the host told the dialog around it. */
export interface OpenHost {
  host: TeamsHost;
  page: FramedPage;
  iframe: HTMLIFrameElement;
  log: Omit<LogEntry, 'number' | 'time'>[];
  validity: boolean[];
  progress: unknown[];
  links: string[];
  focus: boolean[];
}

/** Opens a page in a host; both end with the test. */
export function openHost(options: Partial<TeamsHostOptions> = {}): OpenHost {
  const iframe = document.createElement('iframe');
  document.body.append(iframe);
  const told: Omit<OpenHost, 'host' | 'page' | 'iframe'> = {
    log: [],
    validity: [],
    progress: [],
    links: [],
    focus: [],
  };
  const frameContext = options.frameContext ?? 'settings';
  const host = createTeamsHost(iframe, {
    url: `${PAGE_ORIGIN}/config`,
    kind: 'connector',
    frameContext,
    stored: {},
    owned: {},
    quirks: new Set(),
    renewWebhook: async () => 'https://hook.example/renewed',
    context: () => flatContext(PLACE, frameContext),
    getAuthToken: async () => 'a token',
    onValidity: (valid) => told.validity.push(valid),
    onProgress: (progress) => told.progress.push(progress),
    onLog: (entry) => told.log.push(entry),
    openLink: (link) => told.links.push(link),
    returnFocus: (forward) => told.focus.push(forward),
    ...options,
  });
  host.open();
  const page = enterFrame(iframe, PAGE_ORIGIN);
  onTestFinished(() => {
    page.leave();
    host.close();
    iframe.remove();
  });
  return { host, page, iframe, ...told };
}

/** Opens a page in a host and initializes the SDK in it. */
export async function openPage(options: Partial<TeamsHostOptions> = {}): Promise<OpenHost> {
  const open = openHost(options);
  await app.initialize();
  return open;
}

/** Lets every message that is under way arrive. */
export async function settle(): Promise<void> {
  for (let turn = 0; turn < 20; turn++) await Promise.resolve();
}
