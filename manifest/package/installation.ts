import { createHash } from 'node:crypto';
import type { Settings } from '../../server/settings.ts';

/** What an app package says of one running Cardwire. */
export interface Installation {
  /** Scheme and host, without a slash at the end. */
  publicUrl: string;
  appId: string;
  connectorId: string | undefined;
  /** Undefined: Teams signs nobody in, so the pages open a window. */
  clientId: string | undefined;
}

export function installationOf({
  publicUrl,
  teamsAppId,
  connectorId,
  entra,
}: Pick<Settings, 'publicUrl' | 'teamsAppId' | 'connectorId' | 'entra'>): Installation {
  return {
    publicUrl,
    appId: teamsAppId ?? appIdOf(new URL(publicUrl).host),
    connectorId,
    clientId: entra?.clientId,
  };
}

/** RFC 9562's namespace for names of hosts. */
const HOST_NAMESPACE = Buffer.from('6ba7b8109dad11d180b400c04fd430c8', 'hex');

/** An id for the app of a host (UUID version 5): always the same, so that a new package updates the installed one. */
export function appIdOf(host: string): string {
  const hash = createHash('sha1').update(HOST_NAMESPACE).update(`cardwire.${host}`).digest();
  hash[6] = ((hash[6] ?? 0) & 0x0f) | 0x50;
  hash[8] = ((hash[8] ?? 0) & 0x3f) | 0x80;
  const hex = hash.toString('hex');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20, 32)].join(
    '-',
  );
}
