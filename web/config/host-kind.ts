import type { CreateConfiguration } from '../../server/configurations/schema.ts';
import type { HostConfig, HostPlace } from '../shared/host.ts';

export type HostKind = CreateConfiguration['host']['kind'];

/**
 * Which kind of dialog the page is in. Only connector dialogs give a webhook URL, so that decides; before
 * one is given, the address in the manifest says it (`/config?host=tab`).
 */
export function hostKindOf(config: HostConfig, query: URLSearchParams): HostKind {
  if (config.webhookUrl !== undefined) return 'connector';
  const named = query.get('host');
  if (named === 'connector' || named === 'tab') return named;
  return config.appType === undefined ? 'tab' : 'connector';
}

/** The server's limit for names of teams and channels: `LIMITS.hostNameLength`. */
const HOST_NAME_LENGTH = 200;

/** What the server keeps about the place, for people: names cut and cleaned, and left out when missing. */
export function hostOf(kind: HostKind, place: HostPlace): CreateConfiguration['host'] {
  const teamName = cleanLine(place.teamName ?? '', HOST_NAME_LENGTH);
  const channelName = cleanLine(place.channelName ?? '', HOST_NAME_LENGTH);
  return {
    kind,
    ...(teamName === '' ? {} : { teamName }),
    ...(channelName === '' ? {} : { channelName }),
  };
}

/** One line without control characters, at most `length` UTF-16 units, never cut inside a character. */
export function cleanLine(text: string, length: number): string {
  const line = text.replaceAll(/\p{Cc}+/gu, ' ').trim();
  return line
    .slice(0, length)
    .replace(/[\uD800-\uDBFF]$/, '')
    .trim();
}
